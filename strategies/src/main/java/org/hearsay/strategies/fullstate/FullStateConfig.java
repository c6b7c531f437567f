package org.hearsay.strategies.fullstate;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code full-state}.
 *
 * @param interval time between two sends of the whole log
 */
record FullStateConfig(@Option("time between two sends of the whole log") Duration interval) {

  FullStateConfig {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make interval 1ms or longer, as in interval=100ms: the whole log leaves that often");
    }
  }

  static FullStateConfig defaults() {
    return new FullStateConfig(Duration.ofMillis(100));
  }
}
