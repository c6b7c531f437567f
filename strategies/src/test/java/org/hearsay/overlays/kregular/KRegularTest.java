package org.hearsay.overlays.kregular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.overlays.OverlayNetwork;
import org.hearsay.overlays.directory.DirectoryMessage;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against nodes that find different rings, and rings that break when somebody dies. */
final class KRegularTest {
  private static final int NODES = 30;
  private static final long SECOND = 1_000_000;

  private final OverlayNetwork<DirectoryMessage> network =
      new OverlayNetwork<>(id -> id == 0 ? node(id) : node(id, 0));

  @SuppressWarnings("unchecked") // These are the descriptor's types.
  private static RecordingOverlay<DirectoryMessage> node(int id, int... contacts) {
    OverlayDescriptor<KRegularConfig, DirectoryMessage> descriptor =
        (OverlayDescriptor<KRegularConfig, DirectoryMessage>) new KRegularModule().descriptor();
    return new RecordingOverlay<>(
        descriptor.newOverlay(KRegularConfig.defaults()), id, NODES, contacts);
  }

  private void assertLinkedByRings(int... gone) {
    Peers left = Peers.of(gone);
    for (int id : network.running()) {
      Peers others =
          Peers.of(
              IntStream.range(0, NODES)
                  .filter(each -> each != id && !left.contains(each))
                  .toArray());
      assertEquals(new Rings(2).choose(id, others), network.links(id), "links of " + id);
      assertTrue(network.links(id).size() <= 4);
    }
    assertEquals(List.of(), network.oneWayLinks());
    assertTrue(network.isConnected());
  }

  @Test
  void allNodesFindTheSameRingsHoweverTheyCame() {
    network.startAll(NODES, SECOND / 3);
    network.run(30 * SECOND);
    assertLinkedByRings();
  }

  @Test
  void everybodyIsKnownThoughFewAreLinked() {
    network.startAll(NODES, 0);
    network.run(30 * SECOND);
    network.running().forEach(id -> assertEquals(NODES - 1, network.known(id).size()));
  }

  @Test
  void theRingsCloseOverTheDead() {
    network.startAll(NODES, 0);
    network.run(30 * SECOND);
    network.kill(3);
    network.kill(8);
    network.detect(3);
    network.detect(8);
    assertLinkedByRings(3, 8);
  }

  @Test
  void whoReturnsIsOnTheRingsAgain() {
    RecordingOverlay<DirectoryMessage> node = node(1, 0);
    node.start();
    IntStream.range(2, NODES).forEach(id -> node.up(id, 50));
    Peers before = node.links();
    int neighbor = before.get(0);
    node.down(neighbor);
    assertFalse(node.links().contains(neighbor));
    node.up(neighbor, 60);
    assertEquals(before, node.links());
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    Duration sync = Duration.ofSeconds(15);
    Duration minute = Duration.ofSeconds(60);
    assertThrows(IllegalArgumentException.class, () -> new KRegularConfig(3, sync, 4, minute));
    assertThrows(IllegalArgumentException.class, () -> new KRegularConfig(0, sync, 4, minute));
    assertThrows(
        IllegalArgumentException.class, () -> new KRegularConfig(2, sync, 4, sync.dividedBy(2)));
  }
}
