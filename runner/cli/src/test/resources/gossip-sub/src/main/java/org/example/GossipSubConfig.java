package org.example;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/** The options, as in {@code --strategy=gossip-sub:delay=0ms}. */
record GossipSubConfig(
    @Option("how long rumors wait before they go on, to hear who has them") Duration delay,
    @Option("time between two comparisons with a random member") Duration heartbeat) {
  GossipSubConfig {
    if (delay.isNegative() || heartbeat.toMillis() < 1) {
      throw new IllegalArgumentException("Make delay 0ms or longer, heartbeat 1ms or longer");
    }
  }
}
