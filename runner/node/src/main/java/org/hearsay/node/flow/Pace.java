package org.hearsay.node.flow;

/**
 * How much goes to a peer at a time, and how often. A batch grows by a message with each full one
 * that is acknowledged, and is halved when one is not, or the peer says that it cannot keep up.
 * Between two envelopes there is an eighth of the time that an acknowledgement takes, and as much
 * as this node itself is late, {@link #MOST_MICROS} at most; a peer that cannot keep up doubles
 * what is added to that, up to {@link #MOST_SLOWED_MICROS}, and each envelope acknowledged takes an
 * eighth of it back.
 */
final class Pace {
  static final int FIRST_MESSAGES = 4;
  static final int MOST_MESSAGES = 256;

  /** A batch of so many messages may have so many times more bytes. */
  static final int BYTES_A_MESSAGE = 4_000;

  static final long MOST_MICROS = 100_000;
  static final long MOST_SLOWED_MICROS = 200_000;
  private static final long FIRST_SLOWED_MICROS = 20_000;
  private static final long LEAST_SLOWED_MICROS = 1_000;

  /** No two halvings are closer, as one cause has several signs. */
  private static final long HALVING_MICROS = 200_000;

  private final AckTime ackTime;
  private int batchMessages = FIRST_MESSAGES;
  private long slowedMicros;
  private long lastHalvedMicros = Long.MIN_VALUE / 2;

  Pace(AckTime ackTime) {
    this.ackTime = ackTime;
  }

  /** How many messages go in one envelope. */
  int batchMessages() {
    return batchMessages;
  }

  /** How many bytes, unless a single message is larger. */
  int batchBytes() {
    return batchMessages * BYTES_A_MESSAGE;
  }

  /** The time between envelopes that are not full, when this node is so late. */
  long intervalMicros(long lagMicros) {
    return Math.min(MOST_MICROS, ackTime.smoothedMicros() / 8 + lagMicros) + slowedMicros;
  }

  /** Whether even full envelopes have to wait for their time. */
  boolean isSlowed() {
    return slowedMicros > 0;
  }

  /** So many envelopes were acknowledged, of which some were full. */
  void acknowledged(int count, int full) {
    batchMessages = Math.min(MOST_MESSAGES, batchMessages + full);
    for (int i = 0; i < count && slowedMicros > 0; i++) {
      slowedMicros -= slowedMicros / 8;
      if (slowedMicros < LEAST_SLOWED_MICROS) {
        slowedMicros = 0;
      }
    }
  }

  /** An envelope was not acknowledged. */
  void timedOut(long nowMicros) {
    halve(nowMicros);
  }

  /** The peer cannot keep up. */
  void congested(long nowMicros) {
    if (halve(nowMicros)) {
      slowedMicros = Math.min(MOST_SLOWED_MICROS, Math.max(FIRST_SLOWED_MICROS, 2 * slowedMicros));
    }
  }

  private boolean halve(long nowMicros) {
    if (nowMicros - lastHalvedMicros < HALVING_MICROS) {
      return false;
    }
    lastHalvedMicros = nowMicros;
    batchMessages = Math.max(1, batchMessages / 2);
    return true;
  }
}
