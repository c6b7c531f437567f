package org.hearsay.strategies.spanningtree;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code spanning-tree}.
 *
 * @param lazyDelay how long announcements gather before they are sent together
 * @param graftTimeout how long an announced rumor may take to come by the tree
 * @param graftRetry how long a rumor asked for may take, before the next announcer is asked
 * @param repair time between two comparisons with a neighbor not known to know the same
 * @param batch the most rumors one message names or, when asked for them, carries
 */
record SpanningTreeConfig(
    @Option("how long announcements gather before they are sent together") Duration lazyDelay,
    @Option("how long an announced rumor may take to come by the tree") Duration graftTimeout,
    @Option("how long a rumor asked for may take before the next announcer is asked")
        Duration graftRetry,
    @Option("time between two comparisons with a neighbor not known to know the same")
        Duration repair,
    @Option("the most rumors announced or asked for in one message") int batch) {

  SpanningTreeConfig {
    if (lazyDelay.isNegative()) {
      throw new IllegalArgumentException(
          "Make lazy-delay 0ms or longer, as in lazy-delay=200ms: announcements gather that long");
    }
    if (graftRetry.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make graft-retry 1ms or longer, as in graft-retry=300ms: an answer takes a round trip");
    }
    if (graftTimeout.compareTo(graftRetry) < 0) {
      throw new IllegalArgumentException(
          "Make graft-timeout as long as graft-retry or longer, as in graft-timeout=400ms:"
              + " the tree gets more time than one round trip");
    }
    if (repair.compareTo(graftTimeout) <= 0) {
      throw new IllegalArgumentException(
          "Make repair longer than graft-timeout, as in repair=2s:"
              + " what a comparison finds missing is given that long to arrive");
    }
    if (batch < 1) {
      throw new IllegalArgumentException(
          "Make batch 1 or larger, as in batch=1000: without rumors a message is for nothing");
    }
  }

  /**
   * The default options, for links of up to 100 ms, Maelstrom's usual latency: the retry leaves
   * time for a round trip, the timeout for the eight hops across a grid of 25.
   */
  static SpanningTreeConfig defaults() {
    return new SpanningTreeConfig(
        Duration.ofMillis(200),
        Duration.ofMillis(400),
        Duration.ofMillis(300),
        Duration.ofSeconds(2),
        1000);
  }
}
