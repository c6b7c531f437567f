package org.hearsay.scenario.check;

import java.util.List;

/** How unevenly messages weigh on nodes. */
public final class Load {

  private Load() {}

  /**
   * The busiest node's messages over those of the average one; 1 if there were none.
   *
   * @param messages sent and received, by node
   */
  public static double maxOverMean(List<Long> messages) {
    double mean = messages.stream().mapToLong(Long::longValue).average().orElse(0);
    return mean == 0 ? 1 : messages.stream().mapToLong(Long::longValue).max().orElse(0) / mean;
  }
}
