package org.hearsay.node.flow;

/**
 * What came from a peer and is to be acknowledged: with whatever goes there, or else alone, {@link
 * #DELAY_MICROS} after it came, or at once after {@value #AT_ONCE} envelopes.
 */
final class Receipts {
  static final long DELAY_MICROS = 100_000;

  /** A quarter of the sender's window, so that it is never waited for. */
  static final int AT_ONCE = Window.MOST / 4;

  private long received;
  private long receivedMicros;
  private long firstMicros;
  private int open;

  /** An envelope of that number has come. */
  void receive(long number, long nowMicros) {
    if (number <= 0) {
      return;
    }
    if (number > received) {
      received = number;
      receivedMicros = nowMicros;
    }
    if (open++ == 0) {
      firstMicros = nowMicros;
    }
  }

  /** The largest number that came; 0 if none did. */
  long received() {
    return received;
  }

  /** How long it has waited. */
  long heldMicros(long nowMicros) {
    return received == 0 ? 0 : nowMicros - receivedMicros;
  }

  /** Whether there is something to be acknowledged. */
  boolean areOpen() {
    return open > 0;
  }

  /** It is on its way. */
  void told() {
    open = 0;
  }

  /** When it is to leave alone; {@link Long#MAX_VALUE} if nothing is to be acknowledged. */
  long deadlineMicros() {
    if (!areOpen()) {
      return Long.MAX_VALUE;
    }
    return open >= AT_ONCE ? firstMicros : firstMicros + DELAY_MICROS;
  }
}
