package org.hearsay.strategies.deadlinetree;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code deadline-tree}.
 *
 * @param latency when a rumor is to be everywhere, from when it began
 * @param roots how many trees the nodes share
 * @param degree the most children of a node in a tree, 0 to let the root choose
 */
record DeadlineTreeConfig(
    @Option("when a rumor is to be everywhere; the longer, the fewer messages") Duration latency,
    @Option("how many trees share the load, each for the rumors of some nodes") int roots,
    @Option("the most children of a node; 0 chooses by latency: a star, or two levels")
        int degree) {

  DeadlineTreeConfig {
    if (latency.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make latency 1ms or longer, as in latency=600ms: rumors have to travel");
    }
    if (roots < 1) {
      throw new IllegalArgumentException(
          "Make roots 1 or larger, as in roots=2: rumors meet at a root");
    }
    if (degree < 0) {
      throw new IllegalArgumentException(
          "Make degree 0 or larger, as in degree=5: so many nodes hear of a rumor from another");
    }
  }

  static DeadlineTreeConfig defaults() {
    return new DeadlineTreeConfig(Duration.ofMillis(600), 1, 0);
  }
}
