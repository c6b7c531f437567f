package org.hearsay.node.flow;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The envelopes under way to a peer: no more than {@value #MOST}, {@value #SLOWED} if the peer
 * cannot keep up, and one alone after a time-out. A receipt for one is a receipt for all before it,
 * as what was lost is none of the window's business.
 */
final class Window {
  /** As many as the pace lets go in the time of an acknowledgement. */
  static final int MOST = 8;

  static final int SLOWED = 2;

  /** What a receipt was for. */
  record Acknowledged(int count, int full) {
    private static final Acknowledged NONE = new Acknowledged(0, 0);
  }

  private record Sent(long number, long micros, boolean full) {}

  private final Deque<Sent> underWay = new ArrayDeque<>();
  private final AckTime ackTime;
  private long last;
  private int timeoutsInRow;

  /**
   * A window.
   *
   * @param first a number below that of its first envelope
   */
  Window(long first, AckTime ackTime) {
    this.last = first;
    this.ackTime = ackTime;
  }

  /**
   * Whether another envelope may leave.
   *
   * @param slowed whether the peer cannot keep up
   */
  boolean isOpen(boolean slowed) {
    int most = slowed ? SLOWED : MOST;
    return underWay.size() < (timeoutsInRow > 0 ? 1 : most);
  }

  /** The number of an envelope that leaves. */
  long send(boolean full, long nowMicros) {
    underWay.add(new Sent(++last, nowMicros, full));
    return last;
  }

  /** The number of an envelope for which the window does not wait. */
  long sendAside() {
    return ++last;
  }

  /**
   * A receipt has come.
   *
   * @param heldMicros how long the peer kept it
   * @return what is not under way any more
   */
  Acknowledged acknowledge(long received, long heldMicros, long nowMicros) {
    if (received > last) {
      return Acknowledged.NONE; // for another life of this node
    }
    int count = 0;
    int full = 0;
    while (!underWay.isEmpty() && underWay.peek().number() <= received) {
      Sent sent = underWay.remove();
      count++;
      full += sent.full() ? 1 : 0;
      if (sent.number() == received) {
        ackTime.measure(Math.max(0, nowMicros - sent.micros() - Math.max(0, heldMicros)));
      }
    }
    if (count > 0) {
      timeoutsInRow = 0;
    }
    return new Acknowledged(count, full);
  }

  /** When the oldest envelope is given up; {@link Long#MAX_VALUE} if none is under way. */
  long deadlineMicros() {
    Sent oldest = underWay.peek();
    return oldest == null
        ? Long.MAX_VALUE
        : oldest.micros() + Receipts.DELAY_MICROS + ackTime.timeoutMicros(timeoutsInRow);
  }

  /** Gives up what is under way; how many envelopes that were. */
  int timeOut() {
    int count = underWay.size();
    underWay.clear();
    timeoutsInRow++;
    return count;
  }

  /** The peer is there: what came of envelopes before does not matter any more. */
  void reopen() {
    timeoutsInRow = 0;
  }
}
