package org.hearsay.strategies.deltaack;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code delta-ack}.
 *
 * @param interval the least time between two flushes, and the longest an acknowledgement waits
 * @param timeout time without an acknowledgement after which the rumors in flight are sent again
 * @param maxTimeout what the timeout grows to, doubling while no acknowledgement comes
 * @param window the most rumors in flight to one neighbor
 */
record DeltaAckConfig(
    @Option("the least time between two flushes; longer means fewer, fuller messages")
        Duration interval,
    @Option("time without an acknowledgement before the first retransmission") Duration timeout,
    @Option("the longest time between two retransmissions") Duration maxTimeout,
    @Option("the most rumors in flight to one neighbor") int window) {

  DeltaAckConfig {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make interval 1ms or longer, as in interval=100ms: a node flushes at most that often");
    }
    if (timeout.compareTo(interval) <= 0) {
      throw new IllegalArgumentException(
          "Make timeout longer than interval, as in timeout=500ms with interval=100ms:"
              + " an acknowledgement may wait an interval before it leaves");
    }
    if (maxTimeout.compareTo(timeout) < 0) {
      throw new IllegalArgumentException(
          "Make max-timeout as long as timeout or longer, as in max-timeout=2s: it bounds its growth");
    }
    if (window < 1) {
      throw new IllegalArgumentException(
          "Make window 1 or larger, as in window=1024: without one no rumor can leave");
    }
  }

  static DeltaAckConfig defaults() {
    return new DeltaAckConfig(
        Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofSeconds(2), 1024);
  }
}
