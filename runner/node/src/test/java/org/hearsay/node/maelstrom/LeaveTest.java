package org.hearsay.node.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.node.Chatter;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.junit.jupiter.api.Test;

/** Guards against real nodes that leave without a word, or fail over it. */
final class LeaveTest {

  record Bye(int number) implements OverlayMessage {}

  record Config() {}

  /** Linked to whom the topology says, and does as a test says when it leaves. */
  private final class Leaver implements Overlay<Bye> {
    @Override
    public void onStart(OverlayNode<Bye> node) {
      calls.add("start");
      node.linkTo(node.topology());
    }

    @Override
    public void onLeave(OverlayNode<Bye> node) {
      calls.add("leave");
      onLeave.accept(node);
    }
  }

  private final List<String> calls = new ArrayList<>();
  private Consumer<OverlayNode<Bye>> onLeave = LeaveTest::sayBye;
  private final NodeUnderTest node =
      new NodeUnderTest(
          ConfiguredStrategy.withDefaults(Chatter.DESCRIPTOR)
              .with("eager", "false")
              .within(
                  new ConfiguredMembership(
                      ConfiguredOverlay.withDefaults(
                          OverlayDescriptor.describe("leaver")
                              .summary("Says good-bye")
                              .paper("none")
                              .cost("1")
                              .build(Bye.class, new Config(), config -> new Leaver())),
                      null,
                      0)));

  private static void sayBye(OverlayNode<Bye> node) {
    Peers links = node.links();
    for (int i = 0; i < links.size(); i++) {
      node.send(links.get(i), new Bye(i));
    }
  }

  @Test
  void whoLeavesTellsItsNeighbors() {
    node.link();
    assertEquals(
        List.of(
            NodeUnderTest.message(
                "n0",
                "n1",
                "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"life\":"
                    + NodeUnderTest.INCARNATION
                    + ",\"messages\":[{\"type\":\"overlay/bye\",\"number\":0}]}")),
        node.leave());
    assertEquals(List.of("start", "leave"), calls);
  }

  @Test
  void whoDoesNotKnowItselfYetLeavesSilently() {
    assertEquals(List.of(), node.leave());
    assertEquals(List.of(), calls);
  }

  @Test
  void whoHasNotBegunYetLeavesSilently() {
    node.say(NodeUnderTest.INIT);
    assertEquals(List.of(), node.leave());
    assertEquals(List.of(), calls);
  }

  @Test
  void anOverlayThatFailsOverItsGoodByeIsLogged() {
    node.link();
    onLeave =
        leaving -> {
          throw new IllegalStateException("planted");
        };
    assertEquals(List.of(), node.leave());
    assertEquals(1, node.takeLogged().stream().filter(line -> line.contains("planted")).count());
  }
}
