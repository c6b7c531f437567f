package org.hearsay.overlays.cyclon;

import java.time.Duration;
import org.hearsay.api.plugin.Option;

/**
 * The options of {@code cyclon}.
 *
 * @param view how many neighbors a node has
 * @param exchange how many of them a shuffle exchanges
 * @param walk how many steps a join walks
 * @param shuffle time between two shuffles
 * @param forget after how many shuffles a node that was not heard of anew is forgotten
 */
record CyclonConfig(
    @Option("how many neighbors a node has") int view,
    @Option("how many of them a shuffle exchanges") int exchange,
    @Option("how many steps a join walks") int walk,
    @Option("time between two shuffles of a node") Duration shuffle,
    @Option("after how many shuffles without news a node is forgotten") int forget) {

  CyclonConfig {
    if (view < 2) {
      throw new IllegalArgumentException(
          "Make view 2 or larger, as in view=20: with one neighbor there is nothing to exchange");
    }
    if (exchange < 1 || exchange > view) {
      throw new IllegalArgumentException(
          "Make exchange 1 to view, as in exchange=8 with view=20: so many neighbors are given away");
    }
    if (walk < 1) {
      throw new IllegalArgumentException("Make walk 1 or larger, as in walk=5");
    }
    if (shuffle.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("Make shuffle 1ms or longer, as in shuffle=10s");
    }
    if (forget < 2 * view) {
      throw new IllegalArgumentException(
          "Make forget twice as large as view or larger, as in forget=100 with view=20:"
              + " ages grow to the size of a view");
    }
  }

  static CyclonConfig defaults() {
    return new CyclonConfig(20, 8, 5, Duration.ofSeconds(15), 100);
  }
}
