package org.hearsay.detectors.phiaccrual;

/** The upper tail of the standard normal distribution. */
final class NormalTail {
  private static final double FARTHEST = 40;

  private NormalTail() {}

  /**
   * The value that is exceeded with a probability of {@code 10^-exponent}, found by halving.
   *
   * @param exponent 0.5 or more
   */
  static double quantile(double exponent) {
    double low = 0;
    double high = FARTHEST;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (-log10Probability(middle) < exponent) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The common logarithm of the probability to exceed a value: the continued fraction of Mills'
   * ratio (Abramowitz &amp; Stegun 26.2.14), evaluated from its far end.
   *
   * @param value 0.3 or more: the nearer to 0, the more slowly the fraction converges
   */
  static double log10Probability(double value) {
    double fraction = value;
    for (int k = 2_000; k > 0; k--) {
      fraction = value + k / fraction;
    }
    double lnDensity = -value * value / 2 - StrictMath.log(StrictMath.sqrt(2 * Math.PI));
    return (lnDensity - StrictMath.log(fraction)) / StrictMath.log(10);
  }
}
