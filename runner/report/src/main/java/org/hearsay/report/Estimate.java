package org.hearsay.report;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean over runs, and how sure it is.
 *
 * @param mean the mean
 * @param halfWidth half of its 95 % confidence interval; not a number for a single run
 * @param runs how many there were
 */
public record Estimate(double mean, double halfWidth, int runs) {
  private static final double UPPER_TAIL = 0.975;
  private static final double NORMAL = 1.96;

  /** The mean of values, one a run, with Student's interval. */
  public static Estimate ofMean(double... values) {
    double mean = mean(values);
    if (values.length < 2) {
      return new Estimate(mean, Double.NaN, values.length);
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    int freedom = values.length - 1;
    double error = Math.sqrt(squares / freedom / values.length);
    return new Estimate(
        mean,
        TDistribution.of(freedom).inverseCumulativeProbability(UPPER_TAIL) * error,
        values.length);
  }

  /**
   * The share of runs in which something was the case, values 1 and 0, with an interval (Agresti
   * and Coull 1998) that is no point even if that was so in all of them or in none.
   */
  public static Estimate ofShare(double... values) {
    double share = mean(values);
    double trials = values.length + NORMAL * NORMAL;
    double center = (share * values.length + NORMAL * NORMAL / 2) / trials;
    double halfWidth = NORMAL * Math.sqrt(center * (1 - center) / trials);
    return new Estimate(share, halfWidth + Math.abs(center - share), values.length);
  }

  private static double mean(double... values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
