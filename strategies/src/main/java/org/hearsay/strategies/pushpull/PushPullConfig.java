package org.hearsay.strategies.pushpull;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code push-pull}.
 *
 * @param interval time between two exchanges that a node begins
 * @param batch the most rumors one message carries
 */
record PushPullConfig(
    @Option("time between two exchanges that a node begins") Duration interval,
    @Option("the most rumors one message carries") int batch) {

  PushPullConfig {
    if (interval.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make interval 1ms or longer, as in interval=200ms: a node begins an exchange that often");
    }
    if (batch < 1) {
      throw new IllegalArgumentException(
          "Make batch 1 or larger, as in batch=1000: without rumors an exchange is for nothing");
    }
  }

  static PushPullConfig defaults() {
    return new PushPullConfig(Duration.ofMillis(200), 1000);
  }
}
