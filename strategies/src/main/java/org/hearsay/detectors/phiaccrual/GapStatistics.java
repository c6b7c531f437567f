package org.hearsay.detectors.phiaccrual;

import org.hearsay.detectors.links.ArrivalTimes;

/**
 * The last times between signs of life of one peer, taken to be normally distributed: their mean
 * and standard deviation say when silence has become too improbable.
 */
final class GapStatistics implements ArrivalTimes {
  /** No gap counts for more, so that sums stay exact. */
  private static final long LONGEST_MICROS = 60_000_000;

  /** So many of the longest gaps have squares that a {@code long} holds. */
  static final int MOST = 2_000;

  private final double deviations;
  private final double leastDeviationMicros;
  private final int[] gapsMicros;
  private int next;
  private int count;
  private long sum;
  private long sumOfSquares;

  /**
   * Statistics that begin with a guess.
   *
   * @param deviations how many standard deviations above the mean silence may last
   * @param window how many times are remembered
   * @param guessMicros the first of them
   */
  GapStatistics(double deviations, int window, double leastDeviationMicros, long guessMicros) {
    this.deviations = deviations;
    this.leastDeviationMicros = leastDeviationMicros;
    this.gapsMicros = new int[window];
    // Two times a quarter above and below the guess, so that there is a deviation, too.
    add(guessMicros - guessMicros / 4);
    add(guessMicros + guessMicros / 4);
  }

  @Override
  public void add(long gapMicros) {
    if (count == gapsMicros.length) {
      long dropped = gapsMicros[next];
      sum -= dropped;
      sumOfSquares -= dropped * dropped;
    } else {
      count++;
    }
    long gap = Math.min(gapMicros, LONGEST_MICROS);
    gapsMicros[next] = (int) gap;
    next = (next + 1) % gapsMicros.length;
    sum += gap;
    sumOfSquares += gap * gap;
  }

  @Override
  public long patienceMicros() {
    double mean = (double) sum / count;
    double variance = Math.max(0, (double) sumOfSquares / count - mean * mean);
    double deviation = Math.max(leastDeviationMicros, Math.sqrt(variance));
    return (long) (mean + deviations * deviation);
  }
}
