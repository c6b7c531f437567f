package org.hearsay.scenario.weather;

import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.text.Quantities;

/**
 * Latencies whose logarithms are normally distributed: most near the median, few of them long, as
 * on real links.
 *
 * @param medianMicros half of all are at most this long, 0 or larger
 * @param sigma the standard deviation of the natural logarithm, from 0 to 3; 0.5 puts one in a
 *     hundred above 3.2 medians
 */
public record LognormalLatency(long medianMicros, double sigma) implements Latency {
  private static final long ANGLE_STREAM = 4;
  private static final double MOST_SIGMA = 3;

  /** No latency is longer: an hour. */
  private static final double MOST_MICROS = 3.6e9;

  /** Checks the parameters. */
  public LognormalLatency {
    if (medianMicros < 0 || !(sigma >= 0 && sigma <= MOST_SIGMA)) {
      throw new IllegalArgumentException(
          "A lognormal latency needs a median of 0 or more and a sigma from 0 to 3, not "
              + medianMicros
              + " us and "
              + sigma);
    }
  }

  /** By the transform of Box and Muller (1958); StrictMath gives the same on every machine. */
  @Override
  public long micros(long seed, int from, int to, long draw) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log1p(-SeededRandom.fraction(draw)));
    double angle =
        2 * Math.PI * SeededRandom.fraction(SeededRandom.mix((draw >>> 10) + ANGLE_STREAM));
    double normal = radius * StrictMath.cos(angle);
    return (long) Math.min(MOST_MICROS, medianMicros * StrictMath.exp(sigma * normal));
  }

  @Override
  public String text() {
    return "lognormal:" + Quantities.micros(medianMicros) + ":" + Quantities.number(sigma);
  }

  @Override
  public double meanMicros() {
    return Math.min(MOST_MICROS, medianMicros * StrictMath.exp(sigma * sigma / 2));
  }
}
