package org.hearsay.node.flow;

/**
 * How much goes to a peer at a time, and how often. A batch grows by {@link #MORE_BYTES} with each
 * envelope that is acknowledged, and is halved when one is not, or the peer says that it cannot
 * keep up. Between two envelopes there is an eighth of the time that an acknowledgement takes, and
 * as much as this node itself is late, {@link #MOST_MICROS} at most; a peer that cannot keep up
 * doubles what is added to that, up to {@link #MOST_SLOWED_MICROS}, and each envelope acknowledged
 * takes an eighth of it back.
 */
final class Pace {
  static final int LEAST_BYTES = 4_000;
  static final int FIRST_BYTES = 64_000;
  static final int MOST_BYTES = 1_000_000;
  static final int MORE_BYTES = 4_000;
  static final long MOST_MICROS = 100_000;
  static final long MOST_SLOWED_MICROS = 1_000_000;
  private static final long FIRST_SLOWED_MICROS = 20_000;
  private static final long LEAST_SLOWED_MICROS = 1_000;

  private final AckTime ackTime;
  private int batchBytes = FIRST_BYTES;
  private long slowedMicros;
  private long lastHalvedMicros = Long.MIN_VALUE / 2;

  Pace(AckTime ackTime) {
    this.ackTime = ackTime;
  }

  /** How much goes in one envelope, unless a single message is larger. */
  int batchBytes() {
    return batchBytes;
  }

  /** The time between envelopes that are not full, when this node is so late. */
  long intervalMicros(long lagMicros) {
    return Math.min(MOST_MICROS, ackTime.smoothedMicros() / 8 + lagMicros) + slowedMicros;
  }

  /** Whether even full envelopes have to wait for their time. */
  boolean isSlowed() {
    return slowedMicros > 0;
  }

  /** So many envelopes were acknowledged. */
  void acknowledged(int count) {
    batchBytes = (int) Math.min(MOST_BYTES, batchBytes + (long) count * MORE_BYTES);
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

  /** The peer cannot keep up. Counts once in the time of an acknowledgement. */
  void congested(long nowMicros) {
    if (halve(nowMicros)) {
      slowedMicros = Math.min(MOST_SLOWED_MICROS, Math.max(FIRST_SLOWED_MICROS, 2 * slowedMicros));
    }
  }

  private boolean halve(long nowMicros) {
    if (nowMicros - lastHalvedMicros < ackTime.smoothedMicros()) {
      return false;
    }
    lastHalvedMicros = nowMicros;
    batchBytes = Math.max(LEAST_BYTES, batchBytes / 2);
    return true;
  }
}
