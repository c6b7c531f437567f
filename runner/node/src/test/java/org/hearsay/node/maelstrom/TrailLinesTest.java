package org.hearsay.node.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.hearsay.node.Chatter;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.junit.jupiter.api.Test;

/** Guards against ways of rumors that a node's log does not show. */
final class TrailLinesTest {
  private static final String TELL =
      "{\"type\":\"tell\",\"rumors\":[[\"n2\",5,3,[\"hi\"]]],\"hops\":0,\"sentMicros\":0,"
          + "\"urgent\":false}";

  private final NodeUnderTest node =
      new NodeUnderTest(
              ConfiguredStrategy.withDefaults(Chatter.DESCRIPTOR)
                  .guaranteeing(GuaranteeWords.parse(Map.of("trail", ""))))
          .link();

  private List<String> hear(String messages) {
    return node.say(
        NodeUnderTest.message(
            "n1",
            "n0",
            "{\"type\":\"gossip\",\"strategy\":\"chatter\",\"messages\":[" + messages + "]}"));
  }

  @Test
  void aBroadcastIsLoggedWithItsValueAndWhereItIsSent() {
    List<String> lines = node.say(NodeUnderTest.broadcast("\"a b\""));
    assertEquals(
        List.of("begun rumor=n0/7/0 hop=0 value=a b", "sent rumor=n0/7/0 to=n1 hop=0"),
        node.takeLogged());
    assertEquals(
        1,
        lines.stream()
            .filter(
                line -> line.contains("[{\"type\":\"hops\",\"hop\":0,\"ids\":[[\"n0\",7,0,1]]}"))
            .count(),
        lines::toString);
  }

  @Test
  void aDeliveryIsLoggedWithWhereItCameFromAndHowFar() {
    hear("{\"type\":\"hops\",\"hop\":4,\"ids\":[[\"n2\",5,3,1]]}," + TELL);
    hear(TELL);
    List<String> logged = node.takeLogged();
    assertEquals("delivered rumor=n2/5/3 from=n1 hop=5", logged.get(0));
    assertEquals("repeated rumor=n2/5/3 from=n1", logged.get(logged.size() - 1));
  }
}
