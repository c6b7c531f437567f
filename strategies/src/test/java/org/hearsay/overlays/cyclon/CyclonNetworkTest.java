package org.hearsay.overlays.cyclon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.overlays.OverlayNetwork;
import org.hearsay.overlays.cyclon.CyclonMessage.Shuffle;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against views that shrink, split or fill with the dead as many nodes shuffle. */
final class CyclonNetworkTest {
  private static final int NODES = 40;
  private static final long SECOND = 1_000_000;
  private static final long SHUFFLE_MICROS = 10 * SECOND;

  private final OverlayNetwork<CyclonMessage> network = network();

  private static OverlayNetwork<CyclonMessage> network() {
    OverlayNetwork<CyclonMessage> network = new OverlayNetwork<>(CyclonNetworkTest::node);
    network.startAll(NODES, SECOND);
    network.run(10 * SHUFFLE_MICROS);
    return network;
  }

  private static RecordingOverlay<CyclonMessage> node(int id) {
    int[] contacts = id == 0 ? new int[0] : new int[] {0};
    return new RecordingOverlay<>(new Cyclon(GivenCyclon.config()), id, NODES, contacts);
  }

  private int neighbors() {
    return network.running().stream().mapToInt(id -> network.links(id).size()).sum();
  }

  private long whoKnow(int peer) {
    return network.running().stream().filter(id -> network.known(id).contains(peer)).count();
  }

  @Test
  void allWhoJoinThroughOneContactArePartOfOneGraph() {
    assertTrue(network.isConnected());
    for (int id : network.running()) {
      assertFalse(network.links(id).contains(id));
      assertTrue(network.links(id).size() <= 5);
      assertTrue(whoKnow(id) > 0, id + " is in nobody's view");
    }
  }

  @Test
  void viewsStayAsLargeAsTheyAre() {
    int before = neighbors();
    assertTrue(before > 4 * NODES, before + " neighbors");
    network.run(30 * SHUFFLE_MICROS);
    assertTrue(neighbors() >= before - NODES / 10, neighbors() + " of " + before);
    assertTrue(network.isConnected());
  }

  @Test
  void aNodeShufflesOnceInItsTime() {
    long before = network.sent(Shuffle.class);
    network.run(10 * SHUFFLE_MICROS);
    assertEquals(10 * NODES, network.sent(Shuffle.class) - before);
  }

  @Test
  void viewsAreMixedAgainAndAgain() {
    List<Peers> before = network.running().stream().map(network::links).toList();
    network.run(20 * SHUFFLE_MICROS);
    long same =
        network.running().stream().filter(id -> network.links(id).equals(before.get(id))).count();
    assertEquals(0, same);
  }

  @Test
  void theDeadAreForgottenThoughNobodyIsToldOfThem() {
    IntStream.range(20, 30).forEach(network::kill);
    network.run(20 * SHUFFLE_MICROS);
    IntStream.range(20, 30).forEach(dead -> assertEquals(0, whoKnow(dead), "who know " + dead));
    assertTrue(network.isConnected());
  }

  @Test
  void whoReturnsIsKnownAgain() {
    network.kill(20);
    network.detect(20);
    network.run(20 * SHUFFLE_MICROS);
    assertEquals(0, whoKnow(20));
    network.start(20);
    network.run(5 * SHUFFLE_MICROS);
    assertTrue(whoKnow(20) > 0);
    assertTrue(network.links(20).size() > 1);
  }
}
