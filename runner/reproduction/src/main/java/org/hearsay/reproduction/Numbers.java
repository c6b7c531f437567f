package org.hearsay.reproduction;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.hearsay.report.Estimate;

/** How measured numbers are written: to the two digits that chance decides, and no more. */
final class Numbers {
  private static final double SMALL = 1e-3;
  private static final int SIGNIFICANT = 4;
  private static final int MOST_DECIMALS = 6;

  private Numbers() {}

  /** A mean and its interval: {@code 0.1744 +-0.0018}. */
  static String text(Estimate estimate) {
    double half = estimate.halfWidth();
    if (!(half > 0)) {
      return text(estimate.mean());
    }
    if (estimate.mean() != 0 && Math.abs(estimate.mean()) < SMALL) {
      return String.format(Locale.ROOT, "%.2e +-%.0e", estimate.mean(), half);
    }
    String pattern = "%." + decimals(half, 2) + "f";
    return String.format(Locale.ROOT, pattern + " +-" + pattern, estimate.mean(), half);
  }

  /** A number to four digits. */
  static String text(double value) {
    if (value == 0 || Math.abs(value) >= SMALL) {
      String text = String.format(Locale.ROOT, "%." + decimals(value, SIGNIFICANT) + "f", value);
      return text.contains(".") ? text.replaceFirst("\\.?0+$", "") : text;
    }
    return String.format(Locale.ROOT, "%.2e", value);
  }

  /** A prediction, to as many decimals as what was published has. */
  static String text(double predicted, List<Verdict> published) {
    int decimals =
        published.stream()
            .mapToInt(verdict -> new BigDecimal(verdict.published()).scale())
            .max()
            .orElse(0);
    double unit = Math.pow(10, -decimals);
    return published.isEmpty() || (Math.abs(predicted) < unit && predicted > SMALL)
        ? text(predicted)
        : String.format(Locale.ROOT, "%." + Math.max(0, decimals) + "f", predicted);
  }

  /** By how much a figure deviates, unless that is any multiple of nothing: {@code -11.1 %}. */
  static String deviates(Verdict verdict) {
    double share = verdict.deviation();
    return "deviates"
        + (Double.isNaN(share) ? "" : String.format(Locale.ROOT, " %+.1f %%", 100 * share));
  }

  private static int decimals(double value, int digits) {
    int magnitude = value == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(value)));
    return Math.min(MOST_DECIMALS, Math.max(0, digits - 1 - magnitude));
  }
}
