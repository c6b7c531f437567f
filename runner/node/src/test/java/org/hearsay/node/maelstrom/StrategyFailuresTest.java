package org.hearsay.node.maelstrom;

import static org.hearsay.node.maelstrom.NodeUnderTest.broadcast;
import static org.hearsay.node.maelstrom.NodeUnderTest.message;
import static org.hearsay.node.maelstrom.NodeUnderTest.reply;
import static org.hearsay.node.maelstrom.NodeUnderTest.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.Chatter.Talk;
import org.hearsay.node.JsonText;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.junit.jupiter.api.Test;

/** Guards against a strategy's bug that takes the node, and what it knows, with it. */
final class StrategyFailuresTest {
  private static final String GOSSIP =
      message(
          "n1",
          "n0",
          "{\"type\":\"gossip\",\"strategy\":\"fragile\",\"messages\":[{\"type\":\"tell\","
              + "\"rumors\":[[\"n1\",9,0,[2]]],\"hops\":0,\"sentMicros\":0,\"urgent\":true}]}");

  enum Flaw {
    NONE,
    START,
    BROADCAST,
    MESSAGE,
    TIMER,
    SEND_TO_ITSELF
  }

  record Flaws(Flaw flaw) {}

  /** Fails where it is told to. */
  private record Fragile(Flaw flaw) implements Strategy<Talk> {
    Fragile(Flaws flaws) {
      this(flaws.flaw());
    }

    @Override
    public void onStart(Node<Talk> node) {
      node.schedule(0, 10);
      failAt(Flaw.START);
    }

    @Override
    public void onBroadcast(Node<Talk> node, long rumor) {
      failAt(Flaw.BROADCAST);
      if (flaw == Flaw.SEND_TO_ITSELF) {
        node.send(node.id(), new Talk.Tell(Rumors.of(rumor), 0, 0, true));
      }
    }

    @Override
    public void onMessage(Node<Talk> node, int from, Talk message) {
      node.deliver(message.rumors());
      failAt(Flaw.MESSAGE);
    }

    @Override
    public void onTimer(Node<Talk> node, int timer) {
      node.schedule(timer, 10);
      failAt(Flaw.TIMER);
    }

    private void failAt(Flaw callback) {
      if (flaw == callback) {
        throw new UnsupportedOperationException("as told");
      }
    }
  }

  @Test
  void anExceptionWhileABroadcastIsHandledIsAnsweredAndTheValueStays() {
    NodeUnderTest node = fragile(Flaw.BROADCAST);
    assertEquals(
        List.of(
            reply(
                "{\"type\":\"error\",\"in_reply_to\":5,\"code\":13,\"text\":\"the node failed:"
                    + " java.lang.UnsupportedOperationException: as told\"}")),
        node.say(broadcast("1")));
    assertOneFailureLogged(node, "while handling");
    assertEquals("[1]", node.read());
  }

  @Test
  void aSendThatIsRefusedIsAFailureLikeAnyOther() {
    NodeUnderTest node = fragile(Flaw.SEND_TO_ITSELF);
    assertEquals(
        13, JsonText.parse(node.say(broadcast("1")).get(0)).path("body").path("code").intValue());
    assertOneFailureLogged(node, "while handling");
    assertEquals("[1]", node.read());
  }

  @Test
  void anExceptionWhileAPeersMessageIsHandledKeepsWhatItDelivered() {
    NodeUnderTest node = fragile(Flaw.MESSAGE);
    assertEquals(List.of(), node.say(GOSSIP));
    assertOneFailureLogged(node, "while handling");
    assertEquals("[2]", node.read());
  }

  @Test
  void anExceptionAtTheStartIsAnsweredAndTheNodeGoesOn() {
    NodeUnderTest node = new NodeUnderTest(strategy(Flaw.START));
    node.say(NodeUnderTest.INIT);
    node.takeLogged();
    String read = request("{\"type\":\"read\",\"msg_id\":6}");
    assertEquals(13, JsonText.parse(node.say(read).get(0)).path("body").path("code").intValue());
    assertOneFailureLogged(node, "while handling");
    node.say(broadcast("1"));
    assertEquals("[1]", node.read());
    assertEquals(List.of(), node.takeLogged());
  }

  @Test
  void anExceptionInATimerIsLoggedAndTheNodeGoesOn() {
    NodeUnderTest node = fragile(Flaw.TIMER);
    assertEquals(List.of(), node.pass(10));
    assertOneFailureLogged(node, "in a timer");
    assertEquals(List.of(), node.pass(1_000_000));
    assertEquals(List.of(), node.takeLogged());
    node.say(broadcast("1"));
    assertEquals("[1]", node.read());
  }

  @Test
  void aStrategyWithoutAFlawIsNotSuspected() {
    NodeUnderTest node = fragile(Flaw.NONE);
    node.say(broadcast("1"));
    node.say(GOSSIP);
    node.pass(10);
    assertEquals("[1,2]", node.read());
    assertEquals(List.of(), node.takeLogged());
  }

  private static NodeUnderTest fragile(Flaw flaw) {
    return new NodeUnderTest(strategy(flaw)).link();
  }

  private static ConfiguredStrategy<?, ?> strategy(Flaw flaw) {
    return ConfiguredStrategy.withDefaults(
        StrategyDescriptor.describe("fragile")
            .summary("Fails")
            .paper("None")
            .cost("0")
            .build(Talk.class, new Flaws(flaw), Fragile::new));
  }

  private static void assertOneFailureLogged(NodeUnderTest node, String when) {
    List<String> logged = node.takeLogged();
    assertEquals(1, logged.size());
    assertTrue(logged.get(0).startsWith("failed " + when), logged.get(0));
    assertTrue(logged.get(0).contains("Exception"), logged.get(0));
  }
}
