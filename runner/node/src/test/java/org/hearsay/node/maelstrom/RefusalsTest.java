package org.hearsay.node.maelstrom;

import static org.hearsay.node.maelstrom.NodeUnderTest.INIT;
import static org.hearsay.node.maelstrom.NodeUnderTest.broadcast;
import static org.hearsay.node.maelstrom.NodeUnderTest.message;
import static org.hearsay.node.maelstrom.NodeUnderTest.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hearsay.node.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against input that ends the node, makes it forget, or leaves a client without answer. */
final class RefusalsTest {
  private static final int MANY = 2000;

  @ParameterizedTest(name = "{0}")
  @MethodSource("badRequests")
  void aBadRequestIsAnsweredWithItsCode(String what, int code, String line) {
    NodeUnderTest node = nodeThatKnowsOne();
    List<String> printed = node.say(line);
    assertEquals(1, printed.size(), printed::toString);
    JsonNode reply = JsonText.parse(printed.get(0));
    assertEquals("c9", reply.path("dest").textValue());
    assertEquals(
        List.of("type", "in_reply_to", "code", "text"), NodeUnderTest.keys(reply.path("body")));
    assertEquals("error", reply.path("body").path("type").textValue());
    assertEquals(99, reply.path("body").path("in_reply_to").intValue());
    assertEquals(code, reply.path("body").path("code").intValue());
    assertFalse(reply.path("body").path("text").textValue().isEmpty());
    assertOneLogLineAndNothingForgotten(node);
  }

  static Stream<Arguments> badRequests() {
    return Stream.of(
        bad("an unknown type", 10, "{\"type\":\"write\",\"msg_id\":99}"),
        bad("a type of several lines", 10, "{\"type\":\"a\\nb\\u2028c\\u0000\",\"msg_id\":99}"),
        bad(
            "a type of many characters",
            10,
            "{\"type\":\"" + "x".repeat(9999) + "\",\"msg_id\":99}"),
        bad("no type", 12, "{\"msg_id\":99}"),
        bad("a type that is no text", 12, "{\"type\":7,\"msg_id\":99}"),
        bad("broadcast of nothing", 12, "{\"type\":\"broadcast\",\"msg_id\":99}"),
        badValue("a value too large", "\"" + "x".repeat(Member.MAX_VALUE_CHARS - 1) + "\""),
        badValue("a value nested too deep", "[".repeat(501) + "]".repeat(501)),
        badValue("a value nested deeper than is read", "[".repeat(MANY) + "]".repeat(MANY)),
        badValue("a value nested very deep", "[".repeat(99_999) + "]".repeat(99_999)),
        badValue("objects nested too deep", "{\"a\":".repeat(MANY) + "1" + "}".repeat(MANY)),
        badValue("a number of too many digits", "9".repeat(MANY)),
        badValue("a number with too large an exponent", "1e99999999999"),
        bad("no topology", 12, "{\"type\":\"topology\",\"msg_id\":99}"),
        badTopology("a topology of null", "null"),
        badTopology("a topology without this node", "{\"n1\":[\"n0\"]}"),
        badTopology("neighbors that are no list", "{\"n0\":\"n1\"}"),
        badTopology("an unknown neighbor", "{\"n0\":[\"n1\",\"n7\"]}"),
        badTopology("a neighbor that is no text", "{\"n0\":[1]}"),
        badTopology("itself as a neighbor", "{\"n0\":[\"n0\"]}"),
        bad("init without a name", 12, "{\"type\":\"init\",\"node_ids\":[\"n0\"],\"msg_id\":99}"),
        bad("init without names", 12, "{\"type\":\"init\",\"node_id\":\"n0\",\"msg_id\":99}"),
        badInit("init as another node", "\"n1\"", "[\"n0\",\"n1\",\"n2\"]"),
        badInit("init among other nodes", "\"n0\"", "[\"n0\",\"n1\"]"),
        badInit("init among nodes in another order", "\"n0\"", "[\"n1\",\"n0\",\"n2\"]"),
        badInit("init without this node", "\"n0\"", "[\"n1\",\"n2\"]"),
        badInit("init of many names", "\"n0\"", "{}"),
        bad("gossip from a client", 12, envelope("chatter", "[]")),
        Arguments.of(
            "a message for another node",
            12,
            message("c9", "n1", "{\"type\":\"read\",\"msg_id\":99}")),
        Arguments.of(
            "a message for nobody known",
            12,
            message("c9", "x\\ny", "{\"type\":\"read\",\"msg_id\":99}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"gossip\",\"msg_id\":99}",
        "{\"type\":\"gossip\",\"strategy\":\"flood\",\"messages\":[],\"msg_id\":99}",
        "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"messages\":{},\"msg_id\":99}",
        "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"messages\":[7],\"msg_id\":99}"
      })
  void aPeersMessageOfAnotherShapeIsAnsweredIfThePeerAsksForIt(String body) {
    NodeUnderTest node = nodeThatKnowsOne();
    JsonNode reply = JsonText.parse(node.say(message("n1", "n0", body)).get(0));
    assertEquals("n1", reply.path("dest").textValue());
    assertEquals(12, reply.path("body").path("code").intValue());
    assertOneLogLineAndNothingForgotten(node);

    assertEquals(List.of(), node.say(message("n1", "n0", body.replace(",\"msg_id\":99", ""))));
    assertOneLogLineAndNothingForgotten(node);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \r",
        "not JSON",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":{\"type\":\"read\",\"msg_id\":99}",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":{\"type\":\"read\",\"msg_id\":99}} {}",
        "\u0000\u0000\u0000{\u0000",
        "null",
        "7",
        "\"read\"",
        "[]",
        "{}",
        "{\"dest\":\"n0\",\"body\":{\"type\":\"read\",\"msg_id\":99}}",
        "{\"src\":null,\"dest\":\"n0\",\"body\":{\"type\":\"read\",\"msg_id\":99}}",
        "{\"src\":9,\"dest\":\"n0\",\"body\":{\"type\":\"read\",\"msg_id\":99}}",
        "{\"src\":\"c9\",\"body\":{\"type\":\"read\",\"msg_id\":99}}",
        "{\"src\":\"c9\",\"dest\":[\"n0\"],\"body\":{\"type\":\"read\",\"msg_id\":99}}",
        "{\"src\":\"c9\",\"dest\":\"n0\"}",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":null}",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":[\"read\"]}",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":\"read\"}",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":{\"type\":\"read\"}}",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":{\"type\":\"read\",\"msg_id\":null}}",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":{\"type\":\"read\",\"msg_id\":\"99\"}}",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":{\"type\":\"read\",\"msg_id\":1.5}}",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":{\"type\":\"write\"}}",
        "{\"src\":\"c9\",\"dest\":\"n0\",\"body\":{\"type\":\"broadcast\"}}",
        "{\"src\":\"n0\",\"dest\":\"n0\",\"body\":{\"type\":\"gossip\"}}",
        "{\"src\":\"n1\",\"dest\":\"n2\",\"body\":{\"type\":\"gossip\"}}"
      })
  void whatNobodyCanBeAnsweredForIsLogged(String line) {
    assertRefusedInSilence(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"broadcast_ok\",\"in_reply_to\":1,\"msg_id\":99}",
        "{\"type\":\"broadcast\",\"message\":2,\"in_reply_to\":1,\"msg_id\":99}",
        "{\"type\":\"error\",\"code\":10,\"text\":\"\",\"msg_id\":99}",
        "{\"type\":\"error\",\"in_reply_to\":null,\"msg_id\":99}"
      })
  void aReplyIsNeverAnswered(String body) {
    assertRefusedInSilence(request(body));
  }

  @Test
  void aReplyThatCannotBeReadIsNotAnsweredEither() {
    assertRefusedInSilence(
        request("{\"type\":\"error\",\"text\":" + "9".repeat(MANY) + ",\"msg_id\":99}"));
  }

  @Test
  void halfACharacterInAKeyCannotBeReadAtAll() {
    assertRefusedInSilence(
        request("{\"type\":\"broadcast\",\"message\":{\"\\ud83d\":1},\"msg_id\":99}"));
  }

  @Test
  void aLineThatCannotBeReadAndIsNoMessageIsNotAnswered() {
    String unreadable = "[".repeat(MANY) + "]".repeat(MANY);
    assertRefusedInSilence(unreadable);
    assertRefusedInSilence(request("{\"type\":\"broadcast\",\"message\":" + unreadable));
    assertRefusedInSilence(broadcast(unreadable) + " {}");
  }

  @Test
  void theNameOfTheSenderIsPutIntoTheReplyAsItIs() {
    NodeUnderTest node = nodeThatKnowsOne();
    JsonNode reply =
        JsonText.parse(
            node.say(message("c\\\"9\\n", "n0", "{\"type\":\"write\",\"msg_id\":99}")).get(0));
    assertEquals("c\"9\n", reply.path("dest").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"read\",\"msg_id\":99}",
        "{\"type\":\"broadcast\",\"message\":1,\"msg_id\":99}",
        "{\"type\":\"topology\",\"topology\":{\"n0\":[]},\"msg_id\":99}",
        "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"messages\":[],\"msg_id\":99}",
        "{\"type\":\"write\",\"msg_id\":99}"
      })
  void aRequestBeforeInitIsAnsweredThatThisIsTooEarly(String body) {
    NodeUnderTest node = NodeUnderTest.waiting();
    JsonNode reply = JsonText.parse(node.say(request(body)).get(0)).path("body");
    assertEquals(11, reply.path("code").intValue());
    assertEquals(99, reply.path("in_reply_to").intValue());
    assertEquals(1, node.takeLogged().size());
    assertEquals("[]", node.link().read());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"init\",\"msg_id\":99}",
        "{\"type\":\"init\",\"node_id\":null,\"node_ids\":[\"n0\"],\"msg_id\":99}",
        "{\"type\":\"init\",\"node_id\":\"\",\"node_ids\":[\"\"],\"msg_id\":99}",
        "{\"type\":\"init\",\"node_id\":\"n0\",\"node_ids\":[],\"msg_id\":99}",
        "{\"type\":\"init\",\"node_id\":\"n0\",\"node_ids\":\"n0\",\"msg_id\":99}",
        "{\"type\":\"init\",\"node_id\":\"n0\",\"node_ids\":[\"n1\"],\"msg_id\":99}",
        "{\"type\":\"init\",\"node_id\":\"n0\",\"node_ids\":[\"n0\",null],\"msg_id\":99}",
        "{\"type\":\"init\",\"node_id\":\"n0\",\"node_ids\":[\"n0\",\"n1\",\"n1\"],\"msg_id\":99}"
      })
  void aBadInitIsRefusedAndAGoodOneStillAccepted(String body) {
    NodeUnderTest node = NodeUnderTest.waiting();
    JsonNode reply = JsonText.parse(node.say(request(body)).get(0)).path("body");
    assertEquals(12, reply.path("code").intValue());
    assertEquals(1, node.takeLogged().size());
    assertEquals(
        List.of(message("n0", "c2", "{\"type\":\"init_ok\",\"in_reply_to\":1}")), node.say(INIT));
  }

  @Test
  void noInputEndsTheNodeOrMakesItForget() {
    NodeUnderTest node = nodeThatKnowsOne();
    String valid = broadcast("[\"x\",{\"y\":1.5}]");
    for (int seed = 0; seed < 10_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = valid.getBytes(StandardCharsets.UTF_8);
      for (int i = random.nextInt(4); i >= 0; i--) {
        bytes[random.nextInt(bytes.length)] =
            (byte) " []{}\",:0eE-.u\\\u0000x9".charAt(random.nextInt(18));
      }
      try {
        node.say(new String(bytes, StandardCharsets.ISO_8859_1));
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    assertTrue(node.read().startsWith("[1,"));
  }

  private static NodeUnderTest nodeThatKnowsOne() {
    NodeUnderTest node = NodeUnderTest.linked();
    node.say(broadcast("1"));
    return node;
  }

  private static void assertRefusedInSilence(String line) {
    NodeUnderTest node = nodeThatKnowsOne();
    assertEquals(List.of(), node.say(line));
    assertOneLogLineAndNothingForgotten(node);
  }

  private static void assertOneLogLineAndNothingForgotten(NodeUnderTest node) {
    List<String> logged = node.takeLogged();
    assertEquals(1, logged.size());
    assertEquals(1, logged.get(0).lines().count(), logged.get(0));
    assertTrue(logged.get(0).startsWith("refused "), logged.get(0));
    assertTrue(logged.get(0).length() < 1000, logged.get(0));
    assertEquals("[1]", node.read());
    assertEquals(List.of(), node.takeLogged());
  }

  private static Arguments bad(String what, int code, String body) {
    return Arguments.of(what, code, request(body));
  }

  private static Arguments badValue(String what, String value) {
    return bad(what, 12, "{\"type\":\"broadcast\",\"message\":" + value + ",\"msg_id\":99}");
  }

  private static Arguments badTopology(String what, String topology) {
    return bad(what, 12, "{\"type\":\"topology\",\"topology\":" + topology + ",\"msg_id\":99}");
  }

  private static Arguments badInit(String what, String name, String names) {
    return bad(
        what,
        12,
        "{\"type\":\"init\",\"node_id\":" + name + ",\"node_ids\":" + names + ",\"msg_id\":99}");
  }

  private static String envelope(String strategy, String messages) {
    return "{\"type\":\"gossip\",\"strategy\":\""
        + strategy
        + "\",\"messages\":"
        + messages
        + ",\"msg_id\":99}";
  }
}
