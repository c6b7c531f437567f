package org.hearsay.strategies.mediancounter;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code median-counter}.
 *
 * @param interval time between two rounds
 * @param counter the highest counter, and how many rounds state C lasts; 0 for as much as the
 *     number of members asks for
 * @param maxRounds how many rounds a node calls without learning anything
 * @param synchronous whether all nodes act at the multiples of the interval
 */
record MedianCounterConfig(
    @Option("time between two rounds") Duration interval,
    @Option("the highest counter, and the rounds after it; 0 for ln ln n, rounded down")
        int counter,
    @Option("the most rounds a node calls without news") int maxRounds,
    @Option(
            "whether rounds begin at the multiples of the interval by each node's clock, and are"
                + " judged by what was known then")
        boolean synchronous) {

  MedianCounterConfig {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make interval 1ms or longer, as in interval=200ms: a round begins that often");
    }
    if (counter < 0) {
      throw new IllegalArgumentException(
          "Make counter 0 or larger, as in counter=4: at 0 it goes by the number of members");
    }
    if (maxRounds < 1) {
      throw new IllegalArgumentException(
          "Make max-rounds 1 or larger, as in max-rounds=64: a node calls that often for nothing");
    }
  }

  /** The default options: a million nodes need sixteen rounds. */
  static MedianCounterConfig defaults() {
    return new MedianCounterConfig(Duration.ofMillis(200), 0, 64, false);
  }

  /** The highest counter among so many nodes. */
  int counterAmong(int nodes) {
    return counter > 0
        ? counter
        : Math.max(1, (int) StrictMath.log(Math.max(1, StrictMath.log(nodes))));
  }
}
