package org.hearsay.strategies.deadlinetree;

import java.util.HashMap;
import java.util.Map;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Ask;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Down;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Up;

/**
 * A root's way down: the rumors gathered since the last round, when the next round leaves, and who
 * has receipted which.
 *
 * <p>Rounds are a period apart, or come when the oldest gathered rumor has to leave, if that is
 * sooner; a round with nothing to say is left out. Who does not receipt a round is asked to, until
 * it does: it then sees what it missed.
 */
final class Downlink {
  private static final long LEAST_PERIOD_MICROS = 10_000;
  private static final long ASK_AGAIN_MICROS = 700_000;

  /** Of how many rounds it is known when they left. */
  private static final int REMEMBERED = 8;

  /** More rounds than anybody has heard of and not receipted. */
  private static final long NEW_LIFE = 1_000;

  private static final long NEVER = Long.MAX_VALUE;

  private final int tree;
  private final int nodes;
  private final int flushTimer;
  private final int askTimer;
  private final DeadlineTreeConfig config;
  private final long latencyMicros;
  private final Map<Integer, Long> receipts = new HashMap<>();
  private final Map<Integer, Long> links = new HashMap<>();

  private RumorIds.Builder gathered = RumorIds.builder();
  private long round;
  private final long[] sentMicros = new long[REMEMBERED];
  private long nextRoundMicros = NEVER;
  private long flushMicros = NEVER;
  private long askedRound;

  Downlink(
      int tree,
      int nodes,
      int flushTimer,
      int askTimer,
      DeadlineTreeConfig config,
      long latencyMicros) {
    this.tree = tree;
    this.nodes = nodes;
    this.flushTimer = flushTimer;
    this.askTimer = askTimer;
    this.config = config;
    this.latencyMicros = latencyMicros;
  }

  /** Takes a rumor that is new here, and is to be everywhere in so long from now. */
  void add(Node<DeadlineTreeMessage> node, long rumor, long slackMicros) {
    gathered.add(rumor);
    TreeShape shape = shape(node);
    long now = node.nowMicros();
    long period = periodMicros(shape);
    long due = now + slackMicros - shape.depth() * linkMicros();
    long soon = now + period / 8;
    // The first round comes early: it tells all when the others are due.
    long flush =
        nextRoundMicros == NEVER ? soon : Math.min(Math.max(due, soon), nextRound(now, period));
    if (flush < flushMicros) {
      flushMicros = flush;
      node.schedule(flushTimer, flush - now);
    }
  }

  /** Takes in what a message up says besides its rumors. */
  void onUp(int from, Up up) {
    // A receipt for a round yet to come is of an earlier life of this node. Were rounds to go on
    // from there, or from one, who missed the first of this life would not see it.
    if (up.round() > round) {
      round = up.round() + NEW_LIFE;
    }
    receipts.put(from, up.round());
    links.put(from, up.linkMicros());
  }

  /** Whether a node has not heard of a round that should have reached it. */
  boolean isBehind(Node<DeadlineTreeMessage> node, Up up) {
    long missed = up.round() + 1;
    if (missed > round) {
      return false;
    }
    long sent = missed > round - REMEMBERED ? sentMicros[(int) (missed % REMEMBERED)] : 0;
    long way = (shape(node).depth() + 1) * linkMicros();
    return node.nowMicros() - sent > way + way / 2 + Uplink.MARGIN_MICROS;
  }

  /** What makes a node say what it knows. */
  Ask request(Node<DeadlineTreeMessage> node) {
    return new Ask(tree, round, node.log().digest());
  }

  /** Whether there are rumors that no round has carried yet. */
  boolean isGathering() {
    return gathered.size() > 0;
  }

  /** Sends a round. */
  void flush(Node<DeadlineTreeMessage> node) {
    flushMicros = NEVER;
    RumorIds all = gathered.build();
    gathered = RumorIds.builder();
    all.stream().skip(Uplink.BATCH).forEach(gathered::add);
    TreeShape shape = shape(node);
    nextNumber(node);
    Rumors rumors = new Rumors(all.limit(Uplink.BATCH));
    Down down = down(node, shape, rumors);
    shape.forEachChild(node.id(), child -> node.send(child, down));
    if (gathered.size() > 0) {
      flushMicros = node.nowMicros() + LEAST_PERIOD_MICROS;
      node.schedule(flushTimer, LEAST_PERIOD_MICROS);
    }
    scheduleAsking(node, shape);
  }

  /** Makes everybody compare. */
  void settle(Node<DeadlineTreeMessage> node) {
    nextNumber(node);
    askedRound = round;
    ask(node);
  }

  private void nextNumber(Node<DeadlineTreeMessage> node) {
    round++;
    sentMicros[(int) (round % REMEMBERED)] = node.nowMicros();
  }

  /** Asks for receipts that should be here. */
  void ask(Node<DeadlineTreeMessage> node) {
    TreeShape shape = shape(node);
    Ask request = request(node);
    Peers members = node.members();
    boolean complete = true;
    for (int i = 0; i < members.size(); i++) {
      if (receipts.getOrDefault(members.get(i), 0L) < askedRound) {
        node.send(members.get(i), request);
        complete = false;
      }
    }
    if (!complete) {
      node.schedule(askTimer, ASK_AGAIN_MICROS + node.random().nextLong(ASK_AGAIN_MICROS / 4));
    } else if (round > askedRound) {
      scheduleAsking(node, shape);
    } else {
      askedRound = 0;
    }
  }

  private void scheduleAsking(Node<DeadlineTreeMessage> node, TreeShape shape) {
    askedRound = round;
    long way = (shape.depth() + 1) * linkMicros();
    long patience = Uplink.receiptMicros(periodMicros(shape)) + way + way / 2;
    node.schedule(askTimer, patience + 2 * Uplink.MARGIN_MICROS);
  }

  private Down down(Node<DeadlineTreeMessage> node, TreeShape shape, Rumors rumors) {
    long now = node.nowMicros();
    long period = periodMicros(shape);
    if (nextRoundMicros == NEVER) {
      nextRoundMicros = now;
    }
    return new Down(tree, round, nextRound(now, period) - now, period, shape.degree(), rumors);
  }

  /**
   * When the next round is due; one that is sooner because of a late rumor does not change that.
   */
  private long nextRound(long now, long period) {
    if (nextRoundMicros <= now) {
      nextRoundMicros += ((now - nextRoundMicros) / period + 1) * period;
    }
    return nextRoundMicros;
  }

  /** A rumor that just misses a round has to wait for the next, and be in time nevertheless. */
  private long periodMicros(TreeShape shape) {
    long way = (1 + shape.depth()) * linkMicros();
    return Math.max(LEAST_PERIOD_MICROS, latencyMicros - way - Uplink.MARGIN_MICROS);
  }

  /**
   * The tree to send down: the given degree, or a star unless another level takes at most a tenth
   * of the latency, or a fifth of it where there are several roots to spread the load.
   */
  private TreeShape shape(Node<DeadlineTreeMessage> node) {
    int degree = config.degree();
    if (degree == 0) {
      boolean deeper = latencyMicros >= (config.roots() > 1 ? 5 : 10) * linkMicros();
      degree = deeper ? (int) Math.ceil(Math.sqrt(nodes - 1.0)) : nodes - 1;
    }
    return new TreeShape(nodes, node.id(), Math.max(1, degree));
  }

  /** The slowest link that a node has reported. */
  private long linkMicros() {
    long slowest = 0;
    for (long link : links.values()) {
      slowest = Math.max(slowest, link);
    }
    return links.isEmpty() ? RoundTrip.ASSUMED_LINK_MICROS : slowest;
  }
}
