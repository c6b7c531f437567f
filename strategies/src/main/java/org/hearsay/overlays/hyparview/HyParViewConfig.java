package org.hearsay.overlays.hyparview;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code hyparview}, with the values of section 5.1 of the paper.
 *
 * @param active how many neighbors a node has: the paper's fanout plus one
 * @param passive how many other nodes it knows
 * @param activeWalk how many steps a join walks before somebody makes a neighbor of the joiner
 * @param passiveWalk with how many of them left it is taken into a passive view
 * @param shuffle time between two shuffles
 * @param shuffleActive how many neighbors a shuffle names
 * @param shufflePassive how many others it names
 * @param shuffleWalk how many steps it walks
 * @param patience how long a node that is asked to be a neighbor may take to answer
 * @param forget how old what is said of a node may be
 * @param heal how long a neighbor that was lost is asked to be one again
 * @param refill when to look for a neighbor in place of one that took another; dead ones are always
 *     replaced at once
 */
record HyParViewConfig(
    @Option("how many neighbors a node has") int active,
    @Option("how many other nodes it knows") int passive,
    @Option("how many steps a join walks to a new neighbor (ARWL)") int activeWalk,
    @Option("with how many steps left the joiner enters a passive view (PRWL)") int passiveWalk,
    @Option("time between two shuffles of a node") Duration shuffle,
    @Option("how many neighbors a shuffle names (ka)") int shuffleActive,
    @Option("how many other nodes it names (kp)") int shufflePassive,
    @Option("how many steps it walks") int shuffleWalk,
    @Option("how long who is asked to be a neighbor may take to answer") Duration patience,
    @Option("how old what is said of a node may be") Duration forget,
    @Option("how long a neighbor that was lost is asked to be one again") Duration heal,
    @Option("when to look for a neighbor in place of one that took another") Refill refill) {

  HyParViewConfig {
    if (active < 2) {
      throw new IllegalArgumentException(
          "Make active 2 or larger, as in active=5: with one neighbor each, nodes go in pairs");
    }
    if (passive < 1) {
      throw new IllegalArgumentException(
          "Make passive 1 or larger, as in passive=30: neighbors that die are replaced from it");
    }
    if (activeWalk < 1 || shuffleWalk < 1 || passiveWalk < 0 || passiveWalk > activeWalk) {
      throw new IllegalArgumentException(
          "Make active-walk and shuffle-walk 1 or larger and passive-walk 0 to active-walk,"
              + " as in active-walk=6,passive-walk=3,shuffle-walk=6");
    }
    if (shuffleActive < 0 || shufflePassive < 0) {
      throw new IllegalArgumentException(
          "Make shuffle-active and shuffle-passive 0 or larger, as in shuffle-active=3");
    }
    if (shuffle.compareTo(Duration.ofMillis(1)) < 0
        || patience.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException(
          "Make shuffle and patience 1ms or longer, as in shuffle=10s,patience=1s");
    }
    if (forget.compareTo(shuffle.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "Make forget twice as long as shuffle or longer, as in forget=10m with shuffle=10s:"
              + " nodes are heard of that often");
    }
    if (heal.isNegative()) {
      throw new IllegalArgumentException("Make heal 0s or longer, as in heal=10m");
    }
  }

  static HyParViewConfig defaults() {
    return new HyParViewConfig(
        5,
        30,
        6,
        3,
        Duration.ofSeconds(50),
        3,
        4,
        6,
        Duration.ofSeconds(1),
        Duration.ofMinutes(10),
        Duration.ofMinutes(10),
        Refill.AT_ONCE);
  }
}
