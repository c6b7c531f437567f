package org.hearsay.overlays.fixed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against links that are not the topology's, or that a death takes away for good. */
final class StaticOverlayTest {
  /** Node 1 of 5, in a world that has not yet said to whom it is linked. */
  private final RecordingOverlay<NoMessage> node =
      new RecordingOverlay<>(new StaticOverlay(), 1, 5, 0);

  private static List<Integer> all(Peers peers) {
    return IntStream.range(0, peers.size()).mapToObj(peers::get).toList();
  }

  @Test
  void aNodeIsLinkedToEverybodyUntilTheWorldSaysOtherwise() {
    node.start();
    assertEquals(List.of(0, 2, 3, 4), all(node.links()));
  }

  @Test
  void theLinksAreTheTopologyGiven() {
    node.start();
    node.linkByTopology(0, 2);
    assertEquals(Peers.of(0, 2), node.links());
    node.linkByTopology(3);
    assertEquals(Peers.of(3), node.links());
    node.linkByTopology();
    assertEquals(Peers.of(), node.links());
  }

  @Test
  void everyNodeThereIsIsKnownWhoeverIsLinked() {
    node.linkByTopology(0);
    node.start();
    assertEquals(Peers.of(0), node.links());
    assertEquals(List.of(0, 2, 3, 4), all(node.members()));
  }

  @Test
  void aDeadNeighborStaysChosenSoThatItIsOneAgainWhenItReturns() {
    node.start();
    node.linkByTopology(0, 2);
    assertEquals(List.of(), node.down(2));
    assertEquals(Peers.of(0, 2), node.links());
    assertEquals(List.of(), node.up(2, RecordingOverlay.INCARNATION + 1));
    assertEquals(Peers.of(0, 2), node.links());
  }

  @Test
  void aChangeOfTopologyBringsBackWhoIsDown() {
    node.start();
    node.linkByTopology(0);
    node.down(2);
    node.linkByTopology(0, 2);
    assertEquals(Peers.of(0, 2), node.links());
  }

  @Test
  void nothingIsEverSentOrScheduled() {
    assertEquals(2, node.start().size(), "whom it knows and whom it is linked to");
    assertFalse(node.hasTimer());
    assertEquals(1, node.linkByTopology(0).size());
    assertEquals(List.of(), node.leave());
    assertFalse(node.hasTimer());
  }
}
