package org.hearsay.overlays.hyparview;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code latency-aware}.
 *
 * @param near how many neighbors are chosen as they are near
 * @param bridges how many are chosen at random, wherever they are
 * @param passive how many other nodes are known
 * @param shuffle time between two shuffles of them
 * @param candidates how many of them are measured in a round
 * @param measure time between two rounds once they change nothing any more
 */
record LatencyAwareConfig(
    @Option("how many neighbors of a node are chosen because they are near") int near,
    @Option("how many are chosen at random, as bridges") int bridges,
    @Option("how many other nodes it knows") int passive,
    @Option("time between two shuffles of a node") Duration shuffle,
    @Option("how many of those it knows a node measures in a round") int candidates,
    @Option("time between two rounds once they change nothing") Duration measure) {

  LatencyAwareConfig {
    if (near < 1) {
      throw new IllegalArgumentException(
          "Make near 1 or larger, as in near=3; without any it would be hyparview");
    }
    if (candidates < 1) {
      throw new IllegalArgumentException(
          "Make candidates 1 or larger, as in candidates=3: near nodes are found among them");
    }
    if (measure.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("Make measure 1s or longer, as in measure=60s");
    }
    if (bridges < 2) {
      throw new IllegalArgumentException(
          "Make bridges 2 or larger, as in bridges=3: regions hang together by them");
    }
    views(bridges, passive, shuffle);
  }

  static LatencyAwareConfig defaults() {
    return new LatencyAwareConfig(3, 3, 30, Duration.ofSeconds(70), 3, Duration.ofSeconds(180));
  }

  /** The HyParView that finds the bridges and knows the other nodes. */
  HyParViewConfig views() {
    return views(bridges, passive, shuffle);
  }

  private static HyParViewConfig views(int bridges, int passive, Duration shuffle) {
    HyParViewConfig usual = HyParViewConfig.defaults();
    return new HyParViewConfig(
        bridges,
        passive,
        usual.activeWalk(),
        usual.passiveWalk(),
        shuffle,
        usual.shuffleActive(),
        usual.shufflePassive(),
        usual.shuffleWalk(),
        usual.patience(),
        usual.forget(),
        usual.heal(),
        usual.refill());
  }
}
