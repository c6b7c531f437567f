package org.hearsay.reproduction;

import org.hearsay.report.Estimate;
import org.hearsay.reproduction.PublishedTable.Explanation;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a published figure. It is reproduced if ours is no further from it than
 * three things together explain: half a unit of its last digit; chance, that is the 95 % confidence
 * interval of the difference of two means, one over our runs and one over as many as there are
 * behind it, with the spread of ours (where nobody knows how many these are, our own interval
 * alone); and the tolerance of its tag.
 *
 * @param tag how the figure is known
 * @param published the figure, as published
 * @param reproduced whether it is
 * @param deviation ours less the published one, over the published one; not a number if that is 0
 * @param explanation why it deviates; null if it does not, or nobody knows
 */
public record Verdict(
    Tag tag,
    String published,
    boolean reproduced,
    double deviation,
    @Nullable Explanation explanation) {

  /** Judges. */
  static Verdict of(
      PublishedValue published,
      Tag tag,
      @Nullable Integer runsBehind,
      Estimate ours,
      @Nullable Explanation explanation) {
    double difference = ours.mean() - published.value();
    double explained =
        published.halfUnit()
            + chance(ours, runsBehind)
            + tag.tolerance() * Math.abs(published.value());
    boolean reproduced = Math.abs(difference) <= explained;
    return new Verdict(
        tag,
        published.text(),
        reproduced,
        published.value() == 0 ? Double.NaN : difference / published.value(),
        reproduced ? null : explanation);
  }

  private static double chance(Estimate ours, @Nullable Integer runsBehind) {
    if (Double.isNaN(ours.halfWidth())) {
      return 0;
    }
    return runsBehind == null
        ? ours.halfWidth()
        : ours.halfWidth() * Math.sqrt(1 + (double) ours.runs() / runsBehind);
  }

  /** Whether it deviates and nobody knows why. */
  public boolean isUnexplained() {
    return !reproduced && explanation == null;
  }
}
