package org.hearsay.overlays.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.overlays.OverlayNetwork;
import org.hearsay.overlays.directory.DirectoryMessage.Directory;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against nodes that never hear of each other, and messages without end among equals. */
final class DirectoryNetworkTest {
  private static final int NODES = 20;
  private static final long SECOND = 1_000_000;

  private final OverlayNetwork<DirectoryMessage> network = new OverlayNetwork<>(this::node);

  private RecordingOverlay<DirectoryMessage> node(int id) {
    int[] contacts = id == 0 ? new int[0] : new int[] {0};
    return new RecordingOverlay<>(
        new DirectoryOverlay(DirectoryConfig.usual(), (self, present) -> present),
        id,
        NODES + 1,
        contacts);
  }

  private static Peers allBut(int... left) {
    return Peers.of(
        IntStream.range(0, NODES)
            .filter(id -> Arrays.stream(left).noneMatch(each -> each == id))
            .toArray());
  }

  private void assertAllKnow(int... gone) {
    for (int id : network.running()) {
      int[] others = Arrays.copyOf(gone, gone.length + 1);
      others[gone.length] = id;
      assertEquals(allBut(others), network.links(id), "links of " + id);
    }
  }

  @Test
  void whoeverJoinsThroughOneContactIsSoonKnownToAllAndKnowsAll() {
    network.startAll(NODES, 0);
    network.run(20 * SECOND);
    assertAllKnow();
  }

  @Test
  void arrivalsOneAfterTheOtherAreKnownAsWell() {
    network.startAll(NODES, SECOND);
    network.run(20 * SECOND);
    assertAllKnow();
  }

  @Test
  void equalDirectoriesAreNotSent() {
    network.startAll(NODES, SECOND);
    network.run(100 * SECOND);
    long before = network.sent(Directory.class);
    network.run(100 * SECOND);
    assertEquals(before, network.sent(Directory.class));
  }

  @Test
  void whoLeavesIsSoonGoneFromNearlyAllDirectories() {
    network.startAll(NODES, 0);
    network.run(60 * SECOND);
    network.leave(7);
    network.run(2 * SECOND);
    long unaware = network.running().stream().filter(id -> network.links(id).contains(7)).count();
    assertTrue(unaware <= NODES / 4, unaware + " have not heard of it");
    assertEquals(NODES - 1, network.running().size());
  }

  @Test
  void theDeadOnesAreForgottenAndStayAway() {
    network.startAll(NODES, 0);
    network.run(60 * SECOND);
    network.kill(7);
    network.detect(7);
    assertAllKnow(7);
    network.run(120 * SECOND);
    network.running().forEach(id -> assertTrue(!network.known(id).contains(7)));
  }
}
