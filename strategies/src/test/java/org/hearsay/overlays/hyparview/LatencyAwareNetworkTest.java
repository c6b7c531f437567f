package org.hearsay.overlays.hyparview;

import static org.hearsay.overlays.hyparview.Given.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.api.Peers;
import org.hearsay.overlays.OverlayNetwork;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against regions that find no near neighbors, or lose the others out of sight. */
final class LatencyAwareNetworkTest {
  private static final int NODES = 32;
  private static final int REGIONS = 4;
  private static final int NEAR_MICROS = 1_000;
  private static final int FAR_MICROS = 80_000;

  private final OverlayNetwork<LatencyAwareMessage> network = network();

  private static OverlayNetwork<LatencyAwareMessage> network() {
    OverlayNetwork<LatencyAwareMessage> network =
        new OverlayNetwork<>(LatencyAwareNetworkTest::node);
    network.setLatency((from, to) -> isNear(from, to) ? NEAR_MICROS : FAR_MICROS);
    network.startAll(NODES, SECOND / 10);
    network.run(90 * SECOND);
    return network;
  }

  private static RecordingOverlay<LatencyAwareMessage> node(int id) {
    LatencyAwareConfig config =
        new LatencyAwareConfig(3, 3, 20, Duration.ofSeconds(20), 4, Duration.ofSeconds(30));
    int[] contacts = id == 0 ? new int[0] : new int[] {0};
    return new RecordingOverlay<>(new LatencyAware(config), id, NODES, contacts);
  }

  private static boolean isNear(int one, int other) {
    return one % REGIONS == other % REGIONS;
  }

  private int linksWithin(boolean region) {
    int links = 0;
    for (int id : network.running()) {
      Peers neighbors = network.links(id);
      for (int i = 0; i < neighbors.size(); i++) {
        links += isNear(id, neighbors.get(i)) == region ? 1 : 0;
      }
    }
    return links;
  }

  @Test
  void mostLinksAreNearAndSomeAreFar() {
    int near = linksWithin(true);
    int far = linksWithin(false);
    assertTrue(near > 2 * NODES, near + " near links, and a quarter by chance");
    assertTrue(far > NODES, far + " far links");
  }

  @Test
  void linksAreMutualAndJoinAllRegions() {
    assertEquals(List.of(), network.oneWayLinks());
    assertTrue(network.isConnected());
    for (int id : network.running()) {
      assertTrue(network.links(id).size() <= 3 + 3);
    }
  }

  @Test
  void whatIsLeftAfterManyDeathsIsJoinedStill() {
    for (int id = 16; id < 28; id++) {
      network.kill(id);
    }
    for (int id = 16; id < 28; id++) {
      network.detect(id);
    }
    network.run(60 * SECOND);
    assertEquals(List.of(), network.oneWayLinks());
    assertTrue(network.isConnected());
    assertTrue(linksWithin(true) > 20, "and has near neighbors");
  }
}
