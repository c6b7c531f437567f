package org.hearsay.node.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearsay.node.Chatter;
import org.hearsay.node.JsonText;
import org.hearsay.node.codec.Json;
import org.hearsay.node.plugin.ConfiguredStrategy;

/**
 * A node as Maelstrom sees it, with a clock that a test sets. Every line it prints is checked:
 * Maelstrom stops listening to a node at the first line that is no message.
 */
final class NodeUnderTest {
  static final String INIT =
      "{\"id\":2,\"src\":\"c2\",\"dest\":\"n0\",\"body\":{\"type\":\"init\",\"node_id\":\"n0\","
          + "\"node_ids\":[\"n0\",\"n1\",\"n2\"],\"msg_id\":1}}";
  static final String TOPOLOGY =
      request(
          "{\"type\":\"topology\",\"topology\":{\"n0\":[\"n1\"],\"n1\":[\"n0\",\"n2\"],"
              + "\"n2\":[\"n1\"]},\"msg_id\":1}");
  static final long INCARNATION = 7;

  private final List<String> printed = new ArrayList<>();
  private final List<String> logged = new ArrayList<>();
  private final MaelstromNode node;
  private long nowMicros = 1_000_000;

  NodeUnderTest(ConfiguredStrategy<?, ?> strategy) {
    node =
        new MaelstromNode(
            strategy,
            1,
            () -> INCARNATION,
            this::now,
            this::print,
            entry -> logged.add(entry.sentence()));
  }

  /** A node that waits for {@code init}. */
  static NodeUnderTest waiting() {
    return new NodeUnderTest(ConfiguredStrategy.withDefaults(Chatter.DESCRIPTOR));
  }

  /** Node n0 of three, linked to n1, with nothing printed or logged so far. */
  static NodeUnderTest linked() {
    return waiting().link();
  }

  NodeUnderTest link() {
    say(INIT);
    say(TOPOLOGY);
    takeLogged();
    return this;
  }

  /** A message from client c9. */
  static String request(String body) {
    return message("c9", "n0", body);
  }

  static String message(String src, String dest, String body) {
    return "{\"src\":\"" + src + "\",\"dest\":\"" + dest + "\",\"body\":" + body + "}";
  }

  /** An answer to client c9. */
  static String reply(String body) {
    return message("n0", "c9", body);
  }

  static String broadcast(String value) {
    return request("{\"type\":\"broadcast\",\"message\":" + value + ",\"msg_id\":5}");
  }

  private long now() {
    return nowMicros;
  }

  private void print(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8);
    JsonNode message = JsonText.parse(text);
    assertEquals(List.of("src", "dest", "body"), keys(message), text);
    assertEquals("n0", message.path("src").textValue(), text);
    assertFalse(text.contains("\n"), text);
    printed.add(text);
  }

  /** Handles a line, and says which lines were printed meanwhile. */
  List<String> say(String line) {
    node.handle(line.getBytes(StandardCharsets.UTF_8));
    return takePrinted();
  }

  /** Fires what is due after some time, and says which lines were printed meanwhile. */
  List<String> pass(long micros) {
    nowMicros += micros;
    node.fireTimers();
    return takePrinted();
  }

  /** What it handles next has waited so long. */
  void waited(long micros) {
    node.waited(micros);
  }

  /** Says good-bye, and says which lines were printed meanwhile. */
  List<String> leave() {
    node.leave();
    return takePrinted();
  }

  /** Microseconds to the next timer. */
  long microsToNextTimer() {
    return node.nextDeadlineMicros() - nowMicros;
  }

  /** The values that a read answers, as JSON. */
  String read() {
    List<String> lines = say(request("{\"type\":\"read\",\"msg_id\":6}"));
    JsonNode body = JsonText.parse(lines.get(lines.size() - 1)).path("body");
    assertEquals(List.of("type", "in_reply_to", "messages"), keys(body));
    return Json.text(body.path("messages"));
  }

  /** What was logged since this was last asked. */
  List<String> takeLogged() {
    List<String> taken = List.copyOf(logged);
    logged.clear();
    return taken;
  }

  private List<String> takePrinted() {
    List<String> taken = List.copyOf(printed);
    printed.clear();
    return taken;
  }

  static List<String> keys(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }
}
