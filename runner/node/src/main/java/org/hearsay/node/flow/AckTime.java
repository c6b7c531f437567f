package org.hearsay.node.flow;

/**
 * How long a peer takes to acknowledge an envelope, smoothed as TCP does it (RFC 6298): an eighth
 * of each measurement, and a time-out at four deviations above the mean.
 */
final class AckTime {
  /** What is taken for granted before anything was measured. */
  private static final long FIRST_MICROS = 200_000;

  /** A time-out is never sooner: nodes stand still for a moment, and reply late on purpose. */
  static final long LEAST_TIMEOUT_MICROS = 1_000_000;

  static final long MOST_TIMEOUT_MICROS = 5_000_000;

  private boolean measured;
  private long smoothedMicros = FIRST_MICROS;
  private long deviationMicros = FIRST_MICROS / 2;

  /** An envelope was acknowledged so long after it had left. */
  void measure(long micros) {
    if (!measured) {
      measured = true;
      smoothedMicros = micros;
      deviationMicros = micros / 2;
      return;
    }
    deviationMicros += (Math.abs(micros - smoothedMicros) - deviationMicros) / 4;
    smoothedMicros += (micros - smoothedMicros) / 8;
  }

  /** The smoothed time. */
  long smoothedMicros() {
    return smoothedMicros;
  }

  /** After how long an envelope is taken for lost, if so many were lost in a row before. */
  long timeoutMicros(int inRow) {
    long once = Math.max(LEAST_TIMEOUT_MICROS, smoothedMicros + 4 * deviationMicros);
    return Math.min(once << Math.min(inRow, 8), MOST_TIMEOUT_MICROS);
  }
}
