package org.hearsay.detectors.onsend;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code on-send}.
 *
 * @param timeout how long a peer that was sent something may be silent before it is asked once
 *     more, and then before it is taken for dead
 * @param probe time between two attempts at a peer that is down
 */
record OnSendConfig(
    @Option("how long a peer that was sent something may be silent, twice") Duration timeout,
    @Option("time between two attempts at a peer that is down") Duration probe) {

  OnSendConfig {
    if (timeout.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make timeout 1ms or longer, as in timeout=500ms: an answer takes a round trip");
    }
    if (probe.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "Make probe 1s or longer, as in probe=2s: more does not leave for a peer that is down");
    }
  }

  static OnSendConfig defaults() {
    return new OnSendConfig(Duration.ofMillis(500), Duration.ofSeconds(2));
  }
}
