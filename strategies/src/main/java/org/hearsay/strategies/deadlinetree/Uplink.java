package org.hearsay.strategies.deadlinetree;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.hearsay.api.Digest;
import org.hearsay.api.Node;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Down;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Up;

/**
 * A node's way up to a root: the rumors that the root has not confirmed, and when they leave.
 *
 * <p>Every round tells when the next one is due. Rumors wait until they reach the root just before
 * it: none is late for that, and those of one node go in one message. The round that carries a
 * rumor confirms it; until one does, it is sent again. The receipt for a round rides on what goes
 * up, and goes alone only if nothing does for a while.
 */
final class Uplink {
  /** How much earlier than just in time a message leaves, as links and nodes are not exact. */
  static final long MARGIN_MICROS = 20_000;

  /** How long a receipt waits for something to ride on, at least. */
  private static final long RECEIPT_MICROS = 1_700_000;

  /** The most rumors one message carries. */
  static final int BATCH = 5_000;

  private static final long MOST_PATIENCE_MICROS = 1_000_000;
  private static final int PATIENT_TRIES = 3;
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
  private int depth = 1;
  private long nextRoundMicros = NEVER;
  private long periodMicros;
  private long receiptMicros = NEVER;

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
    schedule(node);
  }

  /** Takes a rumor that came past the root: if no round brings it in time, the root may need it. */
  void addFound(Node<DeadlineTreeMessage> node, long rumor) {
    Pending found = new Pending(node.nowMicros());
    found.sentMicros = node.nowMicros() + latencyMicros;
    found.tries = 1;
    pending.putIfAbsent(rumor, found);
    schedule(node);
  }

  /** Takes in a round; whether it is the one expected, so that nothing was missed. */
  boolean onDown(Node<DeadlineTreeMessage> node, Down down, int fromRoot) {
    down.rumors().ids().stream().forEach(pending::remove);
    boolean request = down.degree() == 0;
    boolean expected = down.round() == (request ? round : round + 1);
    boolean late = !request && down.round() < round && down.round() > round - PATIENT_TRIES;
    if (!late) {
      round = down.round();
      periodMicros = Math.max(1, down.periodMicros());
      if (!request) {
        depth = fromRoot;
        nextRoundMicros = node.nowMicros() - depth * trip.linkMicros() + down.nextMicros();
      }
    }
    receiptMicros = node.nowMicros() + (request ? 0 : receiptMicros(periodMicros));
    schedule(node);
    return expected || late;
  }

  /** The root, or somebody who speaks for it, knows what the digest says. */
  void confirm(Node<DeadlineTreeMessage> node, Digest digest) {
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
    int tries = 0;
    for (Map.Entry<Long, Pending> entry : pending.entrySet()) {
      Pending waiting = entry.getValue();
      if (due.size() < BATCH && dueMicros(waiting) <= now) {
        waiting.sentMicros = now;
        waiting.tries++;
        tries = Math.max(tries, waiting.tries);
        oldest = Math.min(oldest, waiting.bornMicros);
        due.add(entry.getKey());
      }
    }
    if (due.size() > 0 || receiptMicros <= now) {
      receiptMicros = NEVER;
      long slack = Math.max(0, oldest + latencyMicros - now);
      node.send(root, new Up(tree, round, trip.linkMicros(), slack, new Rumors(due.build())));
    }
    schedule(node);
    return tries >= PATIENT_TRIES;
  }

  private void schedule(Node<DeadlineTreeMessage> node) {
    long now = node.nowMicros();
    long next = receiptMicros;
    for (Pending waiting : pending.values()) {
      next = Math.min(next, dueMicros(waiting));
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
    long answer = trip.timeoutMicros() + MARGIN_MICROS + (depth - 1) * trip.linkMicros();
    long patience = answer << Math.min(waiting.tries - 1, 10);
    return waiting.sentMicros + Math.min(patience, MOST_PATIENCE_MICROS);
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
    long slot = nextRoundMicros - trip.linkMicros() - MARGIN_MICROS;
    if (slot < bornMicros) {
      slot += (bornMicros - slot + periodMicros - 1) / periodMicros * periodMicros;
    }
    return Math.min(slot, latest);
  }
}
