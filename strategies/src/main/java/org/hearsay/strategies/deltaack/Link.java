package org.hearsay.strategies.deltaack;

import org.hearsay.api.RumorIds;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deltaack.DeltaAckMessage.Ack;
import org.hearsay.strategies.deltaack.DeltaAckMessage.Delta;
import org.jspecify.annotations.Nullable;

/**
 * What a node keeps about one peer: what is on its way there, and how much came from there.
 *
 * <p>A cursor walks the log; each rumor it passes goes into flight with the link's next number,
 * unless the peer has told that rumor itself. The peer acknowledges numbers, not log positions, so
 * that what need not be sent leaves no gap.
 *
 * <p>When a link rests, what is in flight is dropped, to be read from the log again later. As it
 * may be another selection then, numbers go on in the next <i>epoch</i>, far above all of this one;
 * who sees a number of a later epoch than it has seen before begins to count at that epoch's start.
 */
final class Link {
  private static final int EPOCH_BITS = 40;

  /** So many rumors that the peer has told are kept in any case. */
  private static final int FEW = 1_000;

  private final int peer;
  private final int timer;
  private boolean neighbor;

  private long cursor;
  private long acked;
  private InFlight inFlight = new InFlight();
  private RumorSet toldByPeer = new RumorSet();
  private long timeoutMicros;

  private long received;
  private boolean ackDue;

  /** A link over which nothing has gone yet, with the timer that guards what will. */
  Link(int peer, int timer, long timeoutMicros) {
    this.peer = peer;
    this.timer = timer;
    this.timeoutMicros = timeoutMicros;
  }

  int peer() {
    return peer;
  }

  int timer() {
    return timer;
  }

  /** Whether the peer is a neighbor at present. */
  boolean isNeighbor() {
    return neighbor;
  }

  void setNeighbor(boolean present) {
    neighbor = present;
  }

  /** Whether the cursor has not seen the end of the log. */
  boolean isBehind(RumorLog log) {
    return Math.max(cursor, log.first()) < log.size();
  }

  /** Whether anything waits for the peer's acknowledgement. */
  boolean isInFlight() {
    return !inFlight.isEmpty();
  }

  /** Walks on as far as the window allows; the rumors to send, or null if there are none. */
  @Nullable Delta advance(RumorLog log, int window) {
    if (!isBehind(log)) {
      return null;
    }
    cursor = Math.max(cursor, log.first());
    RumorIds.Builder batch =
        RumorIds.builder((int) Math.min(log.size() - cursor, window - inFlight.size()));
    for (; isBehind(log) && inFlight.size() + batch.size() < window; cursor++) {
      long rumor = log.get(cursor);
      if (!toldByPeer.contains(rumor)) {
        batch.add(rumor);
      }
    }
    if (!isBehind(log)) {
      toldByPeer.clear();
    }
    if (batch.size() == 0) {
      return null;
    }
    RumorIds ids = batch.build();
    long first = acked + inFlight.size();
    inFlight.add(ids);
    return new Delta(first, new Rumors(ids));
  }

  /** All that is in flight, to be sent once more. */
  Delta again() {
    return new Delta(acked, new Rumors(inFlight.all()));
  }

  /** Keeps no more than how far the peer has acknowledged the log. */
  void rest(RumorLog log) {
    toldByPeer.clear();
    if (isInFlight()) {
      long first = inFlight.first();
      do {
        cursor--;
      } while (cursor > log.first() && log.get(cursor) != first);
      inFlight = new InFlight();
      acked = startOfEpoch(epoch(acked) + 1);
    }
  }

  /** Whether all that is in flight has been let go here, or is the runtime's care. */
  boolean isOfThePast(RumorLog log) {
    return isInFlight() && cursor <= log.first();
  }

  private static long epoch(long number) {
    return number >> EPOCH_BITS;
  }

  private static long startOfEpoch(long epoch) {
    return epoch << EPOCH_BITS;
  }

  /** Takes in a receipt; whether it acknowledges anything new that this node sent. */
  boolean onAck(Ack ack) {
    long progress = ack.upTo() - acked;
    if (progress <= 0 || progress > inFlight.size()) {
      return false;
    }
    acked = ack.upTo();
    inFlight.remove((int) progress);
    return true;
  }

  /** Takes in rumors, delivered to the log already; a receipt is due. */
  void onDelta(Delta delta, RumorLog log) {
    Rumors rumors = delta.rumors();
    if (isBehind(log)) {
      for (int i = 0; i < rumors.size(); i++) {
        toldByPeer.add(rumors.get(i));
      }
      forgetWhatIsPassed(log);
    }
    if (epoch(delta.first()) > epoch(received)) {
      received = startOfEpoch(epoch(delta.first()));
    }
    if (delta.first() <= received) {
      received = Math.max(received, delta.first() + rumors.size());
    }
    ackDue = true;
  }

  /** What the peer told of what the cursor will not meet any more is of no use. */
  private void forgetWhatIsPassed(RumorLog log) {
    long ahead = Math.max(cursor, log.first());
    if (toldByPeer.size() > FEW + 2 * (log.size() - ahead)) {
      RumorSet told = new RumorSet();
      log.slice(ahead, log.size()).ids().stream().filter(toldByPeer::contains).forEach(told::add);
      toldByPeer = told;
    }
  }

  boolean isAckDue() {
    return ackDue;
  }

  /** The receipt for all that came in numbered order; it is due no longer. */
  Ack takeAck() {
    ackDue = false;
    return new Ack(received);
  }

  /** How long to wait for the next acknowledgement. */
  long timeoutMicros() {
    return timeoutMicros;
  }

  void setTimeoutMicros(long timeoutMicros) {
    this.timeoutMicros = timeoutMicros;
  }
}
