package org.hearsay.detectors.heartbeat;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code heartbeat}.
 *
 * @param interval how long a link may be silent before a sign of life is asked for
 * @param timeout how long it may be silent before its other end is taken for dead
 */
record HeartbeatConfig(
    @Option("how long a link may be silent before a sign of life is asked for") Duration interval,
    @Option("how long it may be silent before its other end is taken for dead") Duration timeout) {

  HeartbeatConfig {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make interval 1ms or longer, as in interval=1s: each link is asked that often");
    }
    if (timeout.compareTo(interval) <= 0) {
      throw new IllegalArgumentException(
          "Make timeout longer than interval, as in timeout=4s with interval=1s:"
              + " nobody answers before being asked");
    }
  }

  static HeartbeatConfig defaults() {
    return new HeartbeatConfig(Duration.ofSeconds(1), Duration.ofSeconds(4));
  }
}
