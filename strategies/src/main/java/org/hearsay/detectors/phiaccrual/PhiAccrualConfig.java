package org.hearsay.detectors.phiaccrual;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code phi-accrual}.
 *
 * @param interval time between two signs of life that are asked for on a link
 * @param threshold how sure to be: a verdict is wrong with a probability of {@code 10^-threshold}
 *     if signs of life come as they did so far
 * @param window how many times between signs of life are remembered
 * @param minDeviation the least standard deviation that they are taken to have
 */
record PhiAccrualConfig(
    @Option("time between two signs of life that are asked for on a link") Duration interval,
    @Option("how sure to be: a verdict is wrong once in 10^threshold") double threshold,
    @Option("how many times between signs of life are remembered") int window,
    @Option("the least standard deviation that they are taken to have") Duration minDeviation) {

  PhiAccrualConfig {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make interval 1ms or longer, as in interval=1s: each link is asked that often");
    }
    if (!(threshold >= 0.5 && threshold <= 16)) {
      throw new IllegalArgumentException(
          "Make threshold 0.5 to 16, as in threshold=8: beyond it there is no telling");
    }
    if (window < 2 || window > GapStatistics.MOST) {
      throw new IllegalArgumentException(
          "Make window 2 to 2000, as in window=200: one time has no deviation");
    }
    if (minDeviation.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make min-deviation 1ms or longer, as in min-deviation=200ms:"
              + " without one the least delay is a death");
    }
  }

  static PhiAccrualConfig defaults() {
    return new PhiAccrualConfig(Duration.ofSeconds(1), 8, 200, Duration.ofMillis(200));
  }
}
