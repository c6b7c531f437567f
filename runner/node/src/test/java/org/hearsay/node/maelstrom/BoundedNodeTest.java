package org.hearsay.node.maelstrom;

import static org.hearsay.node.maelstrom.NodeUnderTest.broadcast;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.hearsay.node.Chatter;
import org.hearsay.node.JsonText;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.junit.jupiter.api.Test;

/** Guards against nodes that let clients try in vain what their limits will never allow. */
final class BoundedNodeTest {
  private static NodeUnderTest node(String option, String value) {
    return new NodeUnderTest(
        ConfiguredStrategy.withDefaults(Chatter.DESCRIPTOR)
            .guaranteeing(GuaranteeWords.parse(Map.of(option, value))));
  }

  private static JsonNode answer(NodeUnderTest node, String line) {
    List<String> printed = node.say(line);
    return JsonText.parse(printed.get(printed.size() - 1)).path("body");
  }

  @Test
  void aClusterThatIsTooLargeForTheLimitIsRefusedWithTheLeast() {
    NodeUnderTest node = node("retain-count", "3");
    JsonNode refused = answer(node, NodeUnderTest.INIT);
    assertEquals(10, refused.path("code").intValue());
    assertEquals(
        "init: --retain-count=3 is too few for 3 nodes: take 4 or more",
        refused.path("text").textValue());
    List<String> logged = node.takeLogged();
    assertEquals(1, logged.size());
    assertTrue(logged.get(0).contains("take 4 or more"), logged.get(0));
  }

  @Test
  void aValueThatNeverFitsIsRefusedForGood() {
    NodeUnderTest node = node("max-memory", "3000").link();
    JsonNode refused = answer(node, broadcast("\"" + "x".repeat(2_000) + "\""));
    assertEquals(12, refused.path("code").intValue());
    assertTrue(refused.path("text").textValue().contains("raise --max-memory"));
    assertEquals("broadcast_ok", answer(node, broadcast("7")).path("type").textValue());
  }
}
