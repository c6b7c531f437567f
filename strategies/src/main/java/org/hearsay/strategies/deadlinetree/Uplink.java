package org.hearsay.strategies.deadlinetree;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hearsay.api.Digest;
import org.hearsay.api.Node;
import org.hearsay.api.RumorIds;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Ask;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Down;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Up;

/**
 * A node's way up to a root: the rumors that the root has not confirmed, and when they leave.
 *
 * <p>Every round tells when the next one is due. Rumors wait until they reach the root just before
 * it: none is late for that, and those of one node go in one message. The round that carries a
 * rumor confirms it; until one does, it is sent again. The receipt for a round rides on what goes
 * up, and goes alone only if nothing does, and no other round comes, for a while.
 */
final class Uplink {
  /** How much earlier than just in time a message leaves, as links and nodes are not exact. */
  static final long MARGIN_MICROS = 20_000;

  /** How long a receipt waits for something to ride on, at least. */
  private static final long RECEIPT_MICROS = 1_700_000;

  /** So many rumors may wait for a root that is silent before any of them is given up. */
  private static final int MANY = 10_000;

  /** The most rumors one message carries. */
  static final int BATCH = 5_000;

  private static final long MOST_PATIENCE_MICROS = 1_000_000;
  private static final int PATIENT_TRIES = 3;

  /** How many rounds back a copy is known as one: a node that paused gets many at once. */
  private static final int REMEMBERED_ROUNDS = 64;

  private static final long NEVER = Long.MAX_VALUE;

  private static final class Pending {
    final long bornMicros;
    long sentMicros;
    int tries;

    Pending(long bornMicros) {
      this.bornMicros = bornMicros;
    }
  }

  private final int tree;
  private final int root;
  private final int timer;
  private final long latencyMicros;
  private final RoundTrip trip;
  private final Map<Long, Pending> pending = new LinkedHashMap<>();

  private long round;

  /** Which of the last few rounds arrived: the lowest bit is the last one's. */
  private int arrived;

  private int depth = 1;

  /** A hash of each of the rounds last arrived, by number. */
  private final int[] prints = new int[REMEMBERED_ROUNDS];

  private long nextRoundMicros = NEVER;
  private long periodMicros;
  private long receiptMicros = NEVER;

  /** Whether rounds went past this node, as it had to be told: others may. */
  private boolean passedBy;

  /** How many messages in a row carried rumors again, and nothing came from the root. */
  private int unanswered;

  private long sentMicros;

  /** How long everything waits while the root is silent: not as long at each node, by chance. */
  private long pauseMicros;

  Uplink(int tree, int root, int timer, long latencyMicros, RoundTrip trip) {
    this.tree = tree;
    this.root = root;
    this.timer = timer;
    this.latencyMicros = latencyMicros;
    this.trip = trip;
  }

  /** How long a receipt waits for something to ride on, if rounds are so far apart. */
  static long receiptMicros(long periodMicros) {
    return Math.max(RECEIPT_MICROS, periodMicros + periodMicros / 4);
  }

  /** Takes a rumor that began here. */
  void add(Node<DeadlineTreeMessage> node, long rumor) {
    pending.put(rumor, new Pending(node.nowMicros()));
    giveUpWhatIsGone(node);
    schedule(node);
  }

  /** Nobody need pass on what the node has let go. */
  private void giveUpWhatIsGone(Node<DeadlineTreeMessage> node) {
    RumorLog log = node.log();
    if (pending.size() > MANY + 2 * (log.size() - log.first())) {
      Set<Long> kept = new HashSet<>();
      log.slice(log.first(), log.size()).ids().stream().forEach(kept::add);
      pending.keySet().retainAll(kept);
    }
  }

  /** Takes a rumor that went past the root, and goes there if it does not show it in a while. */
  void addFound(Node<DeadlineTreeMessage> node, long rumor, long patienceMicros) {
    Pending found = new Pending(node.nowMicros());
    found.sentMicros = node.nowMicros() + patienceMicros;
    found.tries = 1;
    pending.putIfAbsent(rumor, found);
    giveUpWhatIsGone(node);
    schedule(node);
  }

  /**
   * Whether a round has come already: then it is a copy that the network made, and passed on by
   * each node would become many. Another one of that number is of a root that has started anew.
   */
  boolean isCopy(Down down) {
    return prints[slot(down)] == down.hashCode();
  }

  private static int slot(Down down) {
    return (int) Math.floorMod(down.round(), (long) REMEMBERED_ROUNDS);
  }

  /** Takes in a round; whether it is the one expected, so that nothing was missed. */
  boolean onDown(Node<DeadlineTreeMessage> node, Down down, int fromRoot) {
    unanswered = 0;
    down.rumors().ids().stream().forEach(pending::remove);
    long ago = round - down.round();
    // One that is there already is of a root that has started anew, and counts from one again.
    boolean late = ago > 0 && ago < PATIENT_TRIES && (arrived >> ago & 1) == 0;
    boolean expected = late || ago == -1;
    if (late) {
      arrived |= 1 << ago;
    } else {
      moveTo(down.round());
      arrived |= 1;
      periodMicros = Math.max(1, down.periodMicros());
      depth = fromRoot;
      expectRound(node.nowMicros() - depth * trip.linkMicros() + down.nextMicros());
    }
    prints[slot(down)] = down.hashCode();
    receiptMicros = node.nowMicros() + receiptMicros(periodMicros);
    schedule(node);
    return expected;
  }

  private void moveTo(long last) {
    arrived = last < round ? 0 : arrived << Math.min(last - round, PATIENT_TRIES);
    round = last;
  }

  /** Rounds may come late, but never early: a time a little later than expected was a delay. */
  private void expectRound(long micros) {
    boolean first = nextRoundMicros == NEVER;
    long later = first ? 0 : Math.floorMod(micros - nextRoundMicros, periodMicros);
    boolean delayed = later < periodMicros / 4;
    nextRoundMicros = delayed ? micros - later + later / 8 : micros;
  }

  /**
   * Receipts the last round in a while, if no other comes: who has learnt something past the rounds
   * may have a parent that sends them no more, and the root sees from the receipt what is missing.
   */
  void receiptLater(Node<DeadlineTreeMessage> node) {
    receiptMicros = Math.min(receiptMicros, node.nowMicros() + receiptMicros(periodMicros));
    schedule(node);
  }

  /**
   * Receipts the last round at once, and once more in a while if rounds went past this node;
   * whether the root knows the same as this node.
   */
  boolean onAsk(Node<DeadlineTreeMessage> node, Ask ask) {
    // Where all is told there are no rounds, and it is no loss that none came.
    passedBy = ask.round() > round && nextRoundMicros != NEVER;
    moveTo(ask.round());
    receiptMicros = node.nowMicros();
    confirm(node, ask.digest());
    schedule(node);
    return node.log().missingHere(ask.digest()).isEmpty()
        && node.log().missingFrom(ask.digest()).ids().stream().allMatch(this::holds);
  }

  /** The root, or somebody who speaks for it, knows what the digest says. */
  void confirm(Node<DeadlineTreeMessage> node, Digest digest) {
    unanswered = 0;
    if (!pending.isEmpty()) {
      Set<Long> unknown = new HashSet<>();
      node.log().missingFrom(digest).ids().stream().forEach(unknown::add);
      pending.keySet().retainAll(unknown);
    }
  }

  /** Whether a rumor waits to be sent for the first time. */
  boolean holds(long rumor) {
    Pending waiting = pending.get(rumor);
    return waiting != null && waiting.tries == 0;
  }

  /** Sends what is due; whether the root has been silent for so long that others should hear. */
  boolean fire(Node<DeadlineTreeMessage> node) {
    long now = node.nowMicros();
    RumorIds.Builder due = RumorIds.builder();
    long oldest = now;
    boolean again = false;
    for (Map.Entry<Long, Pending> entry : pending.entrySet()) {
      Pending waiting = entry.getValue();
      if (due.size() < BATCH && (dueMicros(waiting) <= now || isSilent())) {
        waiting.sentMicros = now;
        again |= waiting.tries > 0;
        waiting.tries++;
        oldest = Math.min(oldest, waiting.bornMicros);
        due.add(entry.getKey());
      }
    }
    if (due.size() > 0 || receiptMicros <= now) {
      receiptMicros = passedBy ? now + receiptMicros(periodMicros) : NEVER;
      passedBy = false;
      sentMicros = now;
      pauseMicros = MOST_PATIENCE_MICROS - node.random().nextLong(MOST_PATIENCE_MICROS / 8);
      unanswered += again ? 1 : 0;
      long slack = Math.max(0, oldest + latencyMicros - now);
      node.send(root, new Up(tree, round, trip.linkMicros(), slack, new Rumors(due.build())));
    }
    schedule(node);
    return due.size() > 0 && isSilent();
  }

  /** Whether the root does not answer: then everything waits for one message now and then. */
  private boolean isSilent() {
    return unanswered >= PATIENT_TRIES - 1;
  }

  private void schedule(Node<DeadlineTreeMessage> node) {
    long now = node.nowMicros();
    long next = receiptMicros;
    for (Pending waiting : pending.values()) {
      next = Math.min(next, dueMicros(waiting));
    }
    if (isSilent()) {
      next = Math.max(next, sentMicros + pauseMicros);
    }
    if (next == NEVER) {
      node.cancel(timer);
    } else {
      node.schedule(timer, Math.max(0, next - now));
    }
  }

  private long dueMicros(Pending waiting) {
    if (waiting.tries == 0) {
      return slotMicros(waiting.bornMicros);
    }
    if (nextRoundMicros == NEVER) {
      // The root does not hurry with its first round.
      return waiting.sentMicros + Math.max(latencyMicros, trip.timeoutMicros());
    }
    long down = depth * trip.linkMicros() + trip.spreadMicros() + MARGIN_MICROS;
    long there = waiting.sentMicros + trip.linkMicros();
    if (waiting.tries == 1) {
      return roundAfter(there) + down;
    }
    long patience = there - waiting.sentMicros + down + periodMicros / 8;
    return waiting.sentMicros
        + Math.max(
            patience, Math.min(patience << Math.min(waiting.tries - 2, 10), MOST_PATIENCE_MICROS));
  }

  /** When the first round leaves that is not before a time, be that past or to come. */
  private long roundAfter(long micros) {
    return nextRoundMicros + -Math.floorDiv(nextRoundMicros - micros, periodMicros) * periodMicros;
  }

  /**
   * When to send, so as to be at the root just before a round; sooner if the schedule has changed,
   * and that round would be too late.
   */
  private long slotMicros(long bornMicros) {
    if (nextRoundMicros == NEVER) {
      return bornMicros;
    }
    long way = (1 + depth) * trip.linkMicros();
    long latest = Math.max(bornMicros, bornMicros + latencyMicros - way - MARGIN_MICROS);
    long there = trip.linkMicros() + MARGIN_MICROS;
    return Math.min(roundAfter(bornMicros + there) - there, latest);
  }
}
