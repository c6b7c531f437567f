package org.hearsay.simulation.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.node.membership.MemberIdentity;
import org.hearsay.node.membership.Membership;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.scenario.cluster.Graph;
import org.junit.jupiter.api.Test;

/** Guards against ghosts that nobody counts, and neighbors that are neither dead nor lost. */
final class KnowledgeTest {
  private static final int NODES = 5;

  record Hello() implements OverlayMessage {}

  record Ping() implements DetectorMessage {}

  record Config() {}

  private static final class Quiet implements Membership.Host {
    @Override
    public long nowMicros() {
      return 0;
    }

    @Override
    public void send(int peer, Message message) {}

    @Override
    public void answer(int peer) {}

    @Override
    public void restarted(int peer) {}

    @Override
    public void neighborsChanged() {}
  }

  private final SilentNodes nodes = new SilentNodes();
  private final BitSet down = new BitSet();

  private Knowledge knowledge() {
    return Knowledge.of(nodes, NODES, down::get);
  }

  /** A node knows some nodes, is linked to some, and takes some for dead. */
  private void surround(int node, Peers known, Peers linked, int... dead) {
    Overlay<Hello> overlay =
        start -> {
          start.know(known);
          start.linkTo(linked);
        };
    Detector<Ping> detector = start -> Arrays.stream(dead).forEach(start::down);
    ConfiguredMembership around =
        new ConfiguredMembership(
            ConfiguredOverlay.withDefaults(
                OverlayDescriptor.describe("as-said")
                    .summary("As a test says")
                    .paper("none")
                    .cost("none")
                    .build(Hello.class, new Config(), config -> overlay)),
            ConfiguredDetector.withDefaults(
                DetectorDescriptor.describe("as-said")
                    .summary("As a test says")
                    .paper("none")
                    .cost("none")
                    .build(Ping.class, new Config(), config -> detector)),
            0);
    Membership membership =
        new Membership(
            around, MemberIdentity.of(node, 7, new AllOthers(NODES, node), 0), 1, new Quiet());
    membership.start();
    nodes.surround(node, membership);
  }

  @Test
  void withNothingAroundNodesTheyKnowNothing() {
    assertEquals(new Knowledge(0, 0, 0, 0, 0), knowledge());
  }

  @Test
  void whoKnowsAllThatAreThereHasNothingToAnswerFor() {
    for (int node = 0; node < NODES; node++) {
      Peers others = new AllOthers(NODES, node);
      surround(node, others, others);
    }
    assertEquals(new Knowledge(0, 4, 0, 0, 0), knowledge());
  }

  @Test
  void membersThatAreNotThereAreGhostsTakenForAliveOrNot() {
    surround(0, Peers.of(1, 2, 3), Peers.of(1), 3);
    surround(1, Peers.of(0, 3), Peers.of(0));
    down.set(2, 4);
    assertEquals(new Knowledge(3, 1, 0, 0, 1), knowledge());
  }

  @Test
  void ofThoseThatAreThereTheLeastKnownCounts() {
    surround(0, Peers.of(1, 2, 3, 4), Peers.of());
    surround(1, Peers.of(2, 3), Peers.of());
    surround(2, Peers.of(0, 1, 3), Peers.of());
    down.set(3);
    assertEquals(1, knowledge().leastKnown());
  }

  @Test
  void neighborsThatAreGoneAreDeadUnlessTheNodeKnowsIt() {
    surround(0, Peers.of(1, 2), Peers.of(1, 2), 2);
    down.set(1, 3);
    assertEquals(new Knowledge(2, 0, 1, 0, 1), knowledge());
  }

  @Test
  void neighborsThatAreThereAreLostIfTheNodeTakesThemForDead() {
    surround(0, Peers.of(1, 2, 3), Peers.of(1, 2), 2, 3);
    assertEquals(new Knowledge(0, 3, 0, 1, 2), knowledge());
  }

  @Test
  void whatTheAbsentKnowDoesNotCount() {
    surround(0, Peers.of(1, 2), Peers.of(1, 2));
    surround(1, Peers.of(0), Peers.of(0), 0);
    down.set(1);
    assertEquals(new Knowledge(1, 1, 1, 0, 0), knowledge());
  }

  @Test
  void viewsAreLinksBetweenThoseThatAreThere() {
    surround(0, Peers.of(1, 2, 3), Peers.of(1, 2, 3), 3);
    surround(1, Peers.of(0), Peers.of(0));
    surround(2, Peers.of(0, 3), Peers.of(0, 3));
    down.set(2);
    Graph views = Views.of(nodes, NODES, down::get);
    List<int[]> rows = views.rows();
    assertEquals(List.of(1), Arrays.stream(rows.get(0)).boxed().toList());
    assertEquals(List.of(0), Arrays.stream(rows.get(1)).boxed().toList());
    assertTrue(rows.get(2).length == 0, "nobody sees what a node sees that is not there");
  }
}
