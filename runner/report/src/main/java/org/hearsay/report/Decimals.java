package org.hearsay.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Numbers as records hold them: decimal, so that their text is the same on every JDK ({@code
 * Double.toString} changed in 19).
 */
public final class Decimals {
  private static final int MEASURED_DIGITS = 6;

  private Decimals() {}

  /** A measured value to six decimals, written with one at least: {@code 56.0}. */
  public static BigDecimal measured(double value) {
    return measured(value, RoundingMode.HALF_UP);
  }

  /** A measured share to six decimals, rounded down: what is not all is never written as 1. */
  public static BigDecimal share(double value) {
    return measured(value, RoundingMode.DOWN);
  }

  /** A number without needless zeros: {@code 100}, {@code 0.02}. */
  public static BigDecimal plain(BigDecimal value) {
    return withScale(value.stripTrailingZeros(), 0);
  }

  private static BigDecimal measured(double value, RoundingMode mode) {
    BigDecimal rounded = new BigDecimal(value).setScale(MEASURED_DIGITS, mode);
    return withScale(rounded.stripTrailingZeros(), 1);
  }

  private static BigDecimal withScale(BigDecimal value, int least) {
    return value.scale() < least ? value.setScale(least, RoundingMode.UNNECESSARY) : value;
  }
}
