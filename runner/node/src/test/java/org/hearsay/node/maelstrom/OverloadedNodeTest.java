package org.hearsay.node.maelstrom;

import static org.hearsay.node.maelstrom.NodeUnderTest.broadcast;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.hearsay.node.Chatter;
import org.hearsay.node.JsonText;
import org.hearsay.node.flow.FlowLimits;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.order.Order;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.retention.RetentionLimits;
import org.junit.jupiter.api.Test;

/** Guards against nodes that let clients wait in vain, or that log as much as they are asked. */
final class OverloadedNodeTest {
  private static final int MILLI = 1_000;

  private static NodeUnderTest node(FlowLimits limits) {
    return new NodeUnderTest(
            ConfiguredStrategy.withDefaults(Chatter.DESCRIPTOR)
                .guaranteeing(
                    new Guarantees(false, RetentionLimits.NONE, Order.NONE, limits, false)))
        .link();
  }

  private static JsonNode answer(NodeUnderTest node, String value) {
    List<String> printed = node.say(broadcast(value));
    return JsonText.parse(printed.get(printed.size() - 1)).path("body");
  }

  @Test
  void aNodeWhoseInputNeverRunsEmptyAnswersErrorElevenUntilItDoes() {
    NodeUnderTest node = node(new FlowLimits(true, 0, 0));
    for (int i = 0; i < 100; i++) {
      node.waited(100 * MILLI);
      node.pass(MILLI);
    }
    JsonNode refused = answer(node, "1");
    assertEquals(11, refused.path("code").intValue());
    assertTrue(refused.path("text").textValue().contains("try again in a second"));
    for (int i = 0; i < 1_000; i++) {
      node.waited(100 * MILLI);
      answer(node, "1");
      node.pass(2 * MILLI);
    }
    assertTrue(node.takeLogged().size() <= 3);
    node.waited(0);
    node.pass(5_000 * MILLI);
    node.waited(0);
    assertEquals("broadcast_ok", answer(node, "2").path("type").textValue());
  }

  @Test
  void aClientThatAsksTooOftenIsToldWhenToComeBack() {
    NodeUnderTest node = node(new FlowLimits(false, 1, 0));
    assertEquals("broadcast_ok", answer(node, "1").path("type").textValue());
    assertEquals(
        "c9 may broadcast 1 times a second and asks more often; try again in 1000 ms",
        answer(node, "2").path("text").textValue());
  }
}
