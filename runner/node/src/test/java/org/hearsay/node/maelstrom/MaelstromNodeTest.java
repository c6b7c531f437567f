package org.hearsay.node.maelstrom;

import static org.hearsay.node.maelstrom.NodeUnderTest.INIT;
import static org.hearsay.node.maelstrom.NodeUnderTest.TOPOLOGY;
import static org.hearsay.node.maelstrom.NodeUnderTest.broadcast;
import static org.hearsay.node.maelstrom.NodeUnderTest.message;
import static org.hearsay.node.maelstrom.NodeUnderTest.reply;
import static org.hearsay.node.maelstrom.NodeUnderTest.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.node.Chatter;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against replies that Maelstrom does not accept, and messages sent when none may be. */
final class MaelstromNodeTest {

  @Test
  void initIsAnswered() {
    NodeUnderTest node = NodeUnderTest.waiting();
    assertEquals(
        List.of(message("n0", "c2", "{\"type\":\"init_ok\",\"in_reply_to\":1}")), node.say(INIT));
    assertEquals(
        List.of(
            "started as n0 of 3 nodes: chatter:max-hops=8,quota=1099511627776,share=0.5,eager=true,"
                + "interval=250ms,mood=calm, seed 1"),
        node.takeLogged());
  }

  @Test
  void aNodeSaysAsItStartsWhatItGuarantees() {
    NodeUnderTest node =
        new NodeUnderTest(
            ConfiguredStrategy.withDefaults(Chatter.DESCRIPTOR)
                .guaranteeing(GuaranteeWords.parse("trail,retain=10m,order=fifo")));
    node.say(INIT);
    String started = node.takeLogged().get(0);
    assertTrue(started.endsWith("calm --order=fifo --retain=10m --trail, seed 1"), started);
  }

  @Test
  void nothingIsSentToPeersBeforeTheFirstMessageAfterInit() {
    NodeUnderTest node = NodeUnderTest.waiting();
    node.say(INIT);
    assertEquals(List.of(), node.pass(1_000_000));
    assertEquals(List.of(), node.say("nonsense"));
    assertEquals(
        List.of(gossip("n1", COMPARE_NOTES), gossip("n2", COMPARE_NOTES), EMPTY_READ_OK),
        node.say(READ));
    assertEquals(250_000, node.microsToNextTimer());
  }

  @Test
  void topologyIsAnsweredAndMakesNeighbors() {
    NodeUnderTest node = NodeUnderTest.waiting();
    node.say(INIT);
    assertEquals(
        List.of(gossip("n1", COMPARE_NOTES), reply("{\"type\":\"topology_ok\",\"in_reply_to\":1}")),
        node.say(TOPOLOGY));
  }

  @Test
  void broadcastIsAnsweredOnceTheRumorHasBeenTold() {
    assertEquals(
        List.of(
            gossip("n1", tell("[\"n0\",7,0,[\"hi\"]]", 0, true)),
            reply("{\"type\":\"broadcast_ok\",\"in_reply_to\":5}")),
        NodeUnderTest.linked().say(broadcast("\"hi\"")));
  }

  @Test
  void readAnswersEveryValueInOrderOfDelivery() {
    NodeUnderTest node = NodeUnderTest.linked();
    assertEquals(List.of(EMPTY_READ_OK), node.say(READ));
    node.say(broadcast("3"));
    node.say(gossipFrom("n1", tell("[\"n2\",9,0,[1]]", 0, true)));
    node.say(broadcast("2"));
    assertEquals(
        List.of(reply("{\"type\":\"read_ok\",\"in_reply_to\":6,\"messages\":[3,1,2]}")),
        node.say(READ));
  }

  @Test
  void aRequestWithoutAnIdIsDoneAndNotAnswered() {
    NodeUnderTest node = NodeUnderTest.linked();
    assertEquals(
        List.of(gossip("n1", tell("[\"n0\",7,0,[1]]", 0, true))),
        node.say(request("{\"type\":\"broadcast\",\"message\":1}")));
    assertEquals("[1]", node.read());
    assertEquals(List.of(), node.takeLogged());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-7",
        "1.10",
        "1180591620717411303424",
        "1E+400",
        "null",
        "true",
        "\"\"",
        "\"a\\nb\\u00FC\\uD83D\\uDE00\\uD83D\"",
        "[]",
        "{}",
        "[1,[null,{\"a\":[2.50]}]]",
        "{\"src\":\"n1\",\"body\":{\"type\":\"read\"}}"
      })
  void aValueOfAnyJsonTypeIsReadAsItWasBroadcast(String value) {
    NodeUnderTest node = NodeUnderTest.linked();
    node.say(broadcast(value));
    assertEquals(
        List.of(reply("{\"type\":\"read_ok\",\"in_reply_to\":6,\"messages\":[" + value + "]}")),
        node.say(READ));
  }

  @Test
  void valuesUpToTheLimitsAreAccepted() {
    NodeUnderTest node = NodeUnderTest.linked();
    String largest = "\"" + "x".repeat(Member.MAX_VALUE_CHARS - 2) + "\"";
    String deepest = "[".repeat(Member.MAX_VALUE_DEPTH) + "]".repeat(Member.MAX_VALUE_DEPTH);
    node.say(broadcast(largest));
    node.say(broadcast(deepest));
    assertEquals("[" + largest + "," + deepest + "]", node.read());
  }

  @Test
  void aValueBroadcastTwiceIsTwoRumorsAndReadOnce() {
    NodeUnderTest node = NodeUnderTest.linked();
    assertEquals(gossip("n1", tell("[\"n0\",7,0,[1]]", 0, true)), node.say(broadcast("1")).get(0));
    assertEquals(gossip("n1", tell("[\"n0\",7,1,[1]]", 0, true)), node.say(broadcast("1")).get(0));
    assertEquals("[1]", node.read());
  }

  @Test
  void aRumorHeardTwiceIsToldOnce() {
    NodeUnderTest node = NodeUnderTest.linked();
    String told = gossipFrom("n2", tell("[\"n2\",9,4,[1]]", 0, true));
    assertEquals(List.of(gossip("n1", tell("[\"n2\",9,4,[1]]", 1, false))), node.say(told));
    assertEquals(List.of(), node.say(told));
    assertEquals("[1]", node.read());
  }

  @Test
  void gossipBeforeTheTopologyIsDeliveredAndPassedOnToAllMembers() {
    NodeUnderTest node = NodeUnderTest.waiting();
    node.say(INIT);
    assertEquals(
        List.of(
            gossip("n1", COMPARE_NOTES),
            gossip("n2", COMPARE_NOTES),
            gossip("n2", tell("[\"n2\",9,0,[1]]", 1, false))),
        node.say(gossipFrom("n1", tell("[\"n2\",9,0,[1]]", 0, true))));
    node.say(TOPOLOGY);
    assertEquals("[1]", node.read());
  }

  @Test
  void aRumorOfAnEarlierLifeOfThisNodeIsAnotherRumor() {
    NodeUnderTest node = NodeUnderTest.linked();
    node.say(broadcast("1"));
    node.say(gossipFrom("n1", tell("[\"n0\",6,0,[2]]", 0, true)));
    assertEquals("[1,2]", node.read());
  }

  @Test
  void timersFireWhenTheirTimeHasCome() {
    NodeUnderTest node = NodeUnderTest.linked();
    node.say(broadcast("1"));
    assertEquals(250_000, node.microsToNextTimer());
    assertEquals(List.of(), node.pass(249_999));
    assertEquals(
        List.of(
            gossip("n1", "{\"type\":\"compare-notes\",\"wanted\":[],\"known\":[[\"n0\",7,0,1]]}")),
        node.pass(1));
    assertEquals(250_000, node.microsToNextTimer());
  }

  @Test
  void anEqualInitIsAnsweredAgainAndChangesNothing() {
    NodeUnderTest node = NodeUnderTest.linked();
    node.say(broadcast("1"));
    assertEquals(
        List.of(message("n0", "c2", "{\"type\":\"init_ok\",\"in_reply_to\":1}")), node.say(INIT));
    assertEquals("[1]", node.read());
    assertEquals(List.of(), node.takeLogged());
  }

  @Test
  void aSecondTopologyReplacesTheFirst() {
    NodeUnderTest node = NodeUnderTest.linked();
    node.say(request("{\"type\":\"topology\",\"topology\":{\"n0\":[\"n2\"]}}"));
    assertEquals(gossip("n2", tell("[\"n0\",7,0,[1]]", 0, true)), node.say(broadcast("1")).get(0));
  }

  private static final String READ = request("{\"type\":\"read\",\"msg_id\":6}");
  private static final String EMPTY_READ_OK =
      reply("{\"type\":\"read_ok\",\"in_reply_to\":6,\"messages\":[]}");
  private static final String COMPARE_NOTES =
      "{\"type\":\"compare-notes\",\"wanted\":[],\"known\":[]}";

  private static String tell(String run, int hops, boolean urgent) {
    return "{\"type\":\"tell\",\"rumors\":["
        + run
        + "],\"hops\":"
        + hops
        + ",\"sentMicros\":1000000,\"urgent\":"
        + urgent
        + "}";
  }

  private static String gossip(String to, String talk) {
    return message("n0", to, envelope(talk));
  }

  private static String gossipFrom(String from, String talk) {
    return message(from, "n0", envelope(talk));
  }

  private static String envelope(String talk) {
    return "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"messages\":[" + talk + "]}";
  }
}
