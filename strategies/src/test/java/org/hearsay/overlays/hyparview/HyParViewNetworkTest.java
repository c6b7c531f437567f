package org.hearsay.overlays.hyparview;

import static org.hearsay.overlays.hyparview.Given.SECOND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.overlays.OverlayNetwork;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against views that are wrong only when many nodes join, die and return together. */
final class HyParViewNetworkTest {
  private static final int NODES = 40;

  private final OverlayNetwork<HyParViewMessage> network =
      new OverlayNetwork<>(HyParViewNetworkTest::node);

  private static RecordingOverlay<HyParViewMessage> node(int id) {
    int[] contacts = id == 0 ? new int[0] : new int[] {0};
    return new RecordingOverlay<>(new HyParView(Given.config(Refill.AT_ONCE)), id, NODES, contacts);
  }

  private void assertOneMutualGraph() {
    assertEquals(List.of(), network.oneWayLinks());
    assertTrue(network.isConnected());
    for (int id : network.running()) {
      int neighbors = network.links(id).size();
      assertTrue(neighbors >= 1 && neighbors <= 3, id + " has " + neighbors);
      assertFalse(network.links(id).contains(id));
      assertTrue(network.known(id).size() <= 3 + 5);
      assertFalse(network.known(id).contains(id));
    }
  }

  private long linksToOneThatIsNotThere() {
    return network.running().stream()
        .flatMapToInt(
            id -> IntStream.range(0, network.links(id).size()).map(network.links(id)::get))
        .filter(peer -> !network.running().contains(peer))
        .count();
  }

  @Test
  void whoeverJoinsThroughOneContactBecomesPartOfOneMutualGraph() {
    network.startAll(NODES, SECOND / 10);
    network.run(5 * SECOND);
    assertOneMutualGraph();
  }

  @Test
  void allWhoJoinAtOnceDoToo() {
    network.startAll(NODES, 0);
    network.run(60 * SECOND);
    assertOneMutualGraph();
  }

  @Test
  void mostPlacesAreSoonTakenInBothViews() {
    network.startAll(NODES, SECOND / 10);
    network.run(60 * SECOND);
    int links = 0;
    int known = 0;
    for (int id : network.running()) {
      links += network.links(id).size();
      known += network.known(id).size();
    }
    assertTrue(links >= 0.9 * 3 * NODES, "links: " + links);
    assertTrue(known >= 0.9 * (3 + 5) * NODES, "known: " + known);
  }

  @Test
  void aThirdThatDiesAtOnceIsReplacedAndForgotten() {
    network.startAll(NODES, SECOND / 10);
    network.run(60 * SECOND);
    List<Integer> dead = IntStream.range(20, 33).boxed().toList();
    dead.forEach(network::kill);
    dead.forEach(network::detect);
    network.run(30 * SECOND);
    assertOneMutualGraph();
    assertEquals(0, linksToOneThatIsNotThere());
    network.run(120 * SECOND);
    for (int id : network.running()) {
      dead.forEach(each -> assertFalse(network.known(id).contains(each)));
    }
  }

  @Test
  void theDeadLeaveAllViewsThoughNobodyIsToldOfThem() {
    network.startAll(NODES, SECOND / 10);
    network.run(60 * SECOND);
    network.kill(20);
    network.kill(21);
    network.run(140 * SECOND);
    for (int id : network.running()) {
      assertFalse(network.known(id).contains(20) || network.known(id).contains(21));
    }
    assertOneMutualGraph();
  }

  @Test
  void whoLeavesIsNobodysNeighborAnyMore() {
    network.startAll(NODES, SECOND / 10);
    network.run(60 * SECOND);
    network.leave(20);
    network.run(SECOND);
    assertEquals(0, linksToOneThatIsNotThere());
    network.run(30 * SECOND);
    assertOneMutualGraph();
  }

  @Test
  void whoReturnsIsPartOfTheGraphAgain() {
    network.startAll(NODES, SECOND / 10);
    network.run(60 * SECOND);
    network.kill(20);
    network.detect(20);
    network.run(60 * SECOND);
    network.start(20);
    network.run(30 * SECOND);
    assertTrue(network.links(20).size() >= 1);
    assertOneMutualGraph();
  }
}
