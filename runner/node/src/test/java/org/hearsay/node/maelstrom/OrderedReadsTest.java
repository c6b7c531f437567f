package org.hearsay.node.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hearsay.node.Chatter;
import org.hearsay.node.flow.FlowLimits;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.order.Order;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.retention.RetentionLimits;
import org.junit.jupiter.api.Test;

/** What clients read of a node that shows rumors in an order. */
class OrderedReadsTest {
  private static NodeUnderTest node(Order order) {
    return new NodeUnderTest(
            ConfiguredStrategy.withDefaults(Chatter.DESCRIPTOR)
                .guaranteeing(
                    new Guarantees(false, RetentionLimits.NONE, order, FlowLimits.NONE, false)))
        .link();
  }

  private static String gossip(String... messages) {
    return NodeUnderTest.message(
        "n1",
        "n0",
        "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"messages\":["
            + String.join(",", messages)
            + "]}");
  }

  private static String tell(String origin, int sequence, String value) {
    return "{\"type\":\"tell\",\"rumors\":[[\""
        + origin
        + "\",5,"
        + sequence
        + ",["
        + value
        + "]]],\"hops\":9,\"sentMicros\":1,\"urgent\":false}";
  }

  private static String after(String origin, int sequence, String... predecessors) {
    String rumor = "[\"" + origin + "\",5," + sequence + ",1]";
    String order = String.join(",", List.of(predecessors)) + (predecessors.length > 0 ? "," : "");
    return "{\"type\":\"after\",\"ids\":[" + rumor + "],\"order\":[" + order + rumor + "]}";
  }

  private static void assertReads(String values, NodeUnderTest node) {
    assertEquals(
        List.of(
            NodeUnderTest.reply(
                "{\"type\":\"read_ok\",\"in_reply_to\":3,\"messages\":" + values + "}")),
        node.say(NodeUnderTest.request("{\"type\":\"read\",\"msg_id\":3}")));
  }

  @Test
  void aValueIsReadAfterThoseThatItsNodeTookInBeforeIt() {
    NodeUnderTest node = node(Order.FIFO);
    node.say(gossip(tell("n1", 1, "\"second\"")));
    assertReads("[]", node);
    node.say(NodeUnderTest.broadcast("\"own\""));
    assertReads("[\"own\"]", node);
    node.say(gossip(tell("n1", 0, "\"first\"")));
    assertReads("[\"own\",\"first\",\"second\"]", node);
  }

  @Test
  void anAnswerIsReadAfterItsQuestion() {
    NodeUnderTest node = node(Order.CAUSAL);
    node.say(gossip(after("n2", 0, "[\"n1\",5,0,1]"), tell("n2", 0, "\"answer\"")));
    assertReads("[]", node);
    node.say(gossip(after("n1", 0), tell("n1", 0, "\"question\"")));
    assertReads("[\"question\",\"answer\"]", node);
  }

  @Test
  void withoutAnOrderValuesAreReadAsTheyCome() {
    NodeUnderTest node = node(Order.NONE);
    node.say(gossip(tell("n1", 1, "\"second\"")));
    node.say(gossip(tell("n1", 0, "\"first\"")));
    assertReads("[\"second\",\"first\"]", node);
  }
}
