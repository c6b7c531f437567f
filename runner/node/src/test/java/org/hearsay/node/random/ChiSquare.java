package org.hearsay.node.random;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collection;

/** Whether draws look uniform, to six standard deviations: with fixed seeds, always or never. */
public final class ChiSquare {

  private ChiSquare() {}

  public static void assertUniform(Collection<Integer> frequencies, int draws) {
    double expected = (double) draws / frequencies.size();
    double statistic =
        frequencies.stream().mapToDouble(f -> (f - expected) * (f - expected) / expected).sum();
    int freedom = frequencies.size() - 1;
    double bound = freedom + 6 * Math.sqrt(2.0 * freedom);
    assertTrue(statistic < bound, "chi-square " + statistic + " >= " + bound + ": " + frequencies);
  }
}
