package org.hearsay.overlays.full;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.overlays.OverlayNetwork;
import org.hearsay.overlays.directory.DirectoryMessage;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against members that are known and not linked, and options that make no sense. */
final class FullTest {
  private static final int NODES = 12;
  private static final long SECOND = 1_000_000;

  @SuppressWarnings("unchecked") // These are the descriptor's types.
  private static RecordingOverlay<DirectoryMessage> node(int id, int... contacts) {
    OverlayDescriptor<FullConfig, DirectoryMessage> descriptor =
        (OverlayDescriptor<FullConfig, DirectoryMessage>) new FullModule().descriptor();
    return new RecordingOverlay<>(
        descriptor.newOverlay(FullConfig.defaults()), id, NODES, contacts);
  }

  private static Peers allBut(int self) {
    return Peers.of(IntStream.range(0, NODES).filter(id -> id != self).toArray());
  }

  @Test
  void everybodyKnownIsLinked() {
    RecordingOverlay<DirectoryMessage> node = node(1, 0, 5);
    node.start();
    node.up(7, 50);
    assertEquals(Peers.of(0, 5, 7), node.links());
    assertEquals(node.members(), node.links());
  }

  @Test
  void whoIsDownIsNotLinkedUntilItReturns() {
    RecordingOverlay<DirectoryMessage> node = node(1, 0, 5);
    node.start();
    node.down(5);
    assertEquals(Peers.of(0), node.links());
    node.up(5, 60);
    assertEquals(Peers.of(0, 5), node.links());
  }

  @Test
  void allAreLinkedToAllFromOneContact() {
    OverlayNetwork<DirectoryMessage> network =
        new OverlayNetwork<>(id -> id == 0 ? node(0) : node(id, 0));
    network.startAll(NODES, 0);
    network.run(20 * SECOND);
    network.running().forEach(id -> assertEquals(allBut(id), network.links(id)));
  }

  @Test
  void allAreLinkedToAllThoughEachHasAnotherContact() {
    OverlayNetwork<DirectoryMessage> network =
        new OverlayNetwork<>(id -> id == 0 ? node(0) : node(id, id - 1));
    network.startAll(NODES, 0);
    network.run(30 * SECOND);
    network.running().forEach(id -> assertEquals(allBut(id), network.links(id)));
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    Duration sync = Duration.ofSeconds(15);
    Duration minute = Duration.ofSeconds(60);
    assertThrows(
        IllegalArgumentException.class, () -> new FullConfig(Duration.ofMillis(9), 4, minute));
    assertThrows(IllegalArgumentException.class, () -> new FullConfig(sync, 0, minute));
    assertThrows(
        IllegalArgumentException.class, () -> new FullConfig(sync, 4, Duration.ofSeconds(14)));
  }
}
