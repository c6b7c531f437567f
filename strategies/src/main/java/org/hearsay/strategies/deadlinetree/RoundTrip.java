package org.hearsay.strategies.deadlinetree;

/**
 * How long a message and its answer take, smoothed as TCP does it (Jacobson 1988; RFC 6298). Until
 * something is measured, links of 100 ms are assumed; of the first few measurements the least
 * counts, as nodes that have just started answer late.
 */
final class RoundTrip {
  /** One way, until something is measured. */
  static final long ASSUMED_LINK_MICROS = 100_000;

  private static final long LEAST_PATIENCE_MICROS = 50_000;
  private static final int FIRST_FEW = 6;

  /** Measurements are alike that differ by no more than one of so many parts. */
  private static final int ALIKE = 32;

  private static final int MOST_DOUBLINGS = 4;

  private long smoothedMicros = 2 * ASSUMED_LINK_MICROS;
  private long deviationMicros;
  private int samples;
  private boolean known;
  private int doublings;

  void sample(long micros) {
    known |= samples > 0 && Math.abs(micros - smoothedMicros) <= smoothedMicros / ALIKE;
    doublings = 0;
    samples++;
    if (samples == 1 || (samples <= FIRST_FEW && micros < smoothedMicros)) {
      smoothedMicros = micros;
      deviationMicros = micros / 8;
    } else if (samples > FIRST_FEW) {
      deviationMicros += (Math.abs(micros - smoothedMicros) - deviationMicros) / 4;
      smoothedMicros += (micros - smoothedMicros) / 8;
    }
  }

  /**
   * Takes in that an answer came only after something was sent again, and measures nothing, as it
   * may be for either. Until the link is known it may be longer than believed: patience doubles
   * until an answer does measure it (Karn and Partridge 1987).
   */
  void unclear() {
    if (!isKnown()) {
      doublings++;
    }
  }

  /** Whether it was measured often enough: twice alike, or a few times; or cannot be measured. */
  boolean isKnown() {
    return known || samples >= FIRST_FEW || doublings == MOST_DOUBLINGS;
  }

  /** One way. */
  long linkMicros() {
    return smoothedMicros / 2;
  }

  /** How much later than others a message may come and not be lost. */
  long spreadMicros() {
    return Math.max(4 * deviationMicros, LEAST_PATIENCE_MICROS);
  }

  /** After how long without an answer a message is sent again. */
  long timeoutMicros() {
    return (smoothedMicros + spreadMicros()) << doublings;
  }
}
