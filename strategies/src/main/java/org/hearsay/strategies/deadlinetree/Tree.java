package org.hearsay.strategies.deadlinetree;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.Digest;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Answer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Ask;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Down;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Offer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Up;

/** One tree as one of its nodes sees it: as its root, or as a node that hears from the root. */
final class Tree {
  /** How many timers a tree has. */
  static final int TIMERS = 5;

  private static final int UP = 0;
  private static final int COMPARE = 1;
  private static final int FLUSH = 2;
  private static final int ASK = 3;
  private static final int SETTLE = 4;
  private static final long QUIET_MICROS = 1_200_000;

  private static final long FIRST_GREET_MICROS = 1_000_000;
  private static final long LAST_GREET_MICROS = 32_000_000;

  /** How long a root may take to show that it has heard what was told to all. */
  private static final long TOLD_MICROS = 3_000_000;

  /** How long it may take to show what two nodes have found that the one lacked. */
  private static final long FOUND_MICROS = 500_000;

  private final int number;
  private final int root;
  private final int self;
  private final int nodes;
  private final long latencyMicros;
  private final RoundTrip trip = new RoundTrip();
  private final Comparison comparison;
  private final Uplink uplink;
  private final Downlink downlink;

  /** As a root, the nodes that may know of something that is not known here. */
  private final BitSet strangers = new BitSet();

  private long greetMicros = FIRST_GREET_MICROS;

  Tree(int number, int root, int self, int nodes, DeadlineTreeConfig config) {
    this.number = number;
    this.root = root;
    this.self = self;
    this.nodes = nodes;
    this.latencyMicros = TimeUnit.MICROSECONDS.convert(config.latency());
    int timers = number * TIMERS;
    int partner = isRoot() ? (root + 1) % nodes : root;
    comparison = new Comparison(number, partner, timers + COMPARE, trip);
    uplink = new Uplink(number, root, timers + UP, latencyMicros, trip);
    downlink = new Downlink(number, nodes, timers + FLUSH, timers + ASK, config, latencyMicros);
  }

  private boolean isRoot() {
    return self == root;
  }

  void start(Node<DeadlineTreeMessage> node) {
    if (isRoot()) {
      strangers.set(0, nodes);
      strangers.clear(self);
    }
    comparison.begin(node);
  }

  /**
   * Offers to all who have not said yet that they know no more than this root: it may have lost its
   * state, and so may its partner, while whoever has everything sees no reason to speak.
   */
  private void greet(Node<DeadlineTreeMessage> node) {
    if (!strangers.isEmpty()) {
      Offer offer = new Offer(number, node.log().digest());
      strangers.stream().forEach(stranger -> node.send(stranger, offer));
      comparison.beginWithin(node, greetMicros);
      greetMicros = Math.min(2 * greetMicros, LAST_GREET_MICROS);
    }
  }

  /** Offers to a node that knows more, or less. */
  void offer(Node<DeadlineTreeMessage> node, int peer) {
    comparison.offer(node, peer);
  }

  /** Whether the way through the root would take longer than rumors have. */
  boolean isTooSlow() {
    return isTooSlow(trip.linkMicros());
  }

  private boolean isTooSlow(long linkMicros) {
    return latencyMicros < 2 * linkMicros + linkMicros / 5;
  }

  /** How long messages to and from the root take. */
  RoundTrip trip() {
    return trip;
  }

  /** Takes a rumor that began here. */
  void add(Node<DeadlineTreeMessage> node, long rumor) {
    if (isRoot()) {
      downlink.add(node, rumor, latencyMicros);
    } else {
      uplink.add(node, rumor);
    }
  }

  /** Takes a rumor that somebody, maybe this node, has told to all. */
  void addTold(Node<DeadlineTreeMessage> node, long rumor) {
    if (isRoot()) {
      // Asks all to compare once there has been nothing new for a while.
      node.schedule(number * TIMERS + SETTLE, QUIET_MICROS);
    } else {
      uplink.addFound(node, rumor, TOLD_MICROS);
    }
  }

  /** Measures the way to the root if that was long ago. */
  void refresh(Node<DeadlineTreeMessage> node) {
    if (!isRoot()) {
      comparison.refresh(node);
    }
  }

  /** Takes a rumor that a comparison has brought. */
  void learn(Node<DeadlineTreeMessage> node, int from, long rumor) {
    if (isRoot()) {
      downlink.add(node, rumor, 0);
    } else if (from != root) {
      uplink.addFound(node, rumor, FOUND_MICROS);
    }
  }

  /** Whether a rumor waits here for its time to leave, and needs no other way. */
  boolean holds(long rumor) {
    return uplink.holds(rumor);
  }

  void onUp(Node<DeadlineTreeMessage> node, int from, Up up, Rumors fresh) {
    if (!isRoot()) {
      return;
    }
    downlink.onUp(from, up);
    if (downlink.isBehind(node, up)) {
      node.send(from, downlink.request(node));
    }
    fresh.ids().stream()
        .forEach(rumor -> downlink.add(node, rumor, up.slackMicros() - up.linkMicros()));
    if (fresh.size() < up.rumors().size() && !downlink.isGathering()) {
      comparison.offer(node, from);
    }
  }

  /** Takes in what some node says it knows. */
  void onDigest(Node<DeadlineTreeMessage> node, int from, Digest digest) {
    if (from == root) {
      uplink.confirm(node, digest);
    } else if (strangers.get(from) && node.log().missingHere(digest).isEmpty()) {
      strangers.clear(from);
    }
  }

  void onDown(Node<DeadlineTreeMessage> node, Down down) {
    if (isRoot() || uplink.isCopy(down)) {
      return;
    }
    TreeShape shape = new TreeShape(nodes, root, Math.max(1, down.degree()));
    shape.forEachChild(self, child -> node.send(child, down));
    if (!uplink.onDown(node, down, shape.depthOf(self))) {
      comparison.begin(node);
    }
  }

  void onAsk(Node<DeadlineTreeMessage> node, Ask ask) {
    if (!isRoot() && !uplink.onAsk(node, ask)) {
      comparison.begin(node);
    }
  }

  void onAnswer(Node<DeadlineTreeMessage> node, int from, Answer answer, Rumors fresh) {
    boolean compared = comparison.onAnswer(node, from);
    // Even where the first measurement is twice the truth, there is no better way.
    if (!isTooSlow(trip.linkMicros() / 2)) {
      comparison.lookAgain(node);
    }
    onDigest(node, from, answer.digest());
    if (compared) {
      greet(node);
    }
    onFresh(node, from, fresh);
    if (answer.rumors().size() == Uplink.BATCH) {
      comparison.begin(node);
    }
  }

  /** Takes in that a comparison has brought something past the rounds. */
  void onFresh(Node<DeadlineTreeMessage> node, int from, Rumors fresh) {
    if (from == root && !fresh.isEmpty()) {
      uplink.receiptLater(node);
    }
  }

  void onTimer(Node<DeadlineTreeMessage> node, int timer) {
    switch (timer) {
      case UP -> {
        if (uplink.fire(node)) {
          comparison.begin(node);
        }
      }
      case COMPARE -> comparison.fire(node);
      case FLUSH -> downlink.flush(node);
      case ASK -> downlink.ask(node);
      case SETTLE -> downlink.settle(node);
      default -> throw new IllegalArgumentException("No timer " + timer);
    }
  }
}
