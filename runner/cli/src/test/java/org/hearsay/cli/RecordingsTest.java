package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hearsay.node.codec.Json;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.maelstrom.MaelstromNode;
import org.hearsay.node.plugin.StrategyCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against answering genuine Maelstrom otherwise than it expects, also among bad lines. */
final class RecordingsTest {
  private static final StrategyCatalog CATALOG = StrategyCatalog.ofClassPath();

  private static final List<String> RECORDINGS =
      List.of(
          "25-nodes-grid-100ms/n0",
          "25-nodes-grid-100ms/n12",
          "25-nodes-grid-100ms/n24",
          "five-nodes-tree4-partition/n0",
          "five-nodes-tree4-partition/n1",
          "five-nodes-tree4-partition/n2",
          "five-nodes-tree4-partition/n3",
          "five-nodes-tree4-partition/n4");

  static Stream<Arguments> recordingsAndStrategies() {
    return RECORDINGS.stream()
        .flatMap(
            recording -> CATALOG.all().stream().map(each -> Arguments.of(recording, each.name())));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("recordingsAndStrategies")
  void everyRequestIsAnsweredAsMaelstromExpects(String recording, String strategy)
      throws IOException {
    Session session = new Session(strategy);
    Client client = new Client();
    int foreign = 0;
    for (String line : lines(recording)) {
      client.check(parse(line), session.feed(line));
      foreign += line.contains("\"fwd\"") ? 1 : 0;
    }
    assertTrue(client.requests > 10, "the recording has requests");
    // One line says what the node runs; each message of the other program is refused in one more.
    assertEquals(1 + foreign, session.logged.size());
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("recordingsAndStrategies")
  void badLinesGetTheirErrorAndChangeNothingElse(String recording, String strategy)
      throws IOException {
    Session session = new Session(strategy);
    Client client = new Client();
    String node = recording.substring(recording.indexOf('/') + 1);
    int inserted = 0;
    for (String line : lines(recording)) {
      client.check(parse(line), session.feed(line));
      insert(session, BadLine.ALL.get(inserted++ % BadLine.ALL.size()), node, strategy);
    }
    assertTrue(inserted > BadLine.ALL.size(), "every kind of bad line was inserted");
  }

  private static void insert(Session session, BadLine bad, String node, String strategy) {
    int logged = session.logged.size();
    List<JsonNode> replies =
        session.feed(bad.textFor(node, strategy)).stream()
            .filter(printed -> printed.path("body").has("in_reply_to"))
            .toList();
    assertEquals(logged + 1, session.logged.size(), bad.what());
    assertEquals(bad.code() == BadLine.NO_REPLY ? 0 : 1, replies.size(), bad.what());
    for (JsonNode reply : replies) {
      JsonNode body = reply.path("body");
      assertEquals(List.of("type", "in_reply_to", "code", "text"), keys(body));
      assertEquals("error", body.path("type").textValue());
      assertEquals(BadLine.MESSAGE_ID, body.path("in_reply_to").intValue());
      assertEquals(bad.code(), body.path("code").intValue(), bad.what());
    }
  }

  /** A node under test, at a clock that moves on a little with each line. */
  private static final class Session {
    private static final long MICROS_PER_LINE = 20_000;

    private final List<JsonNode> printed = new ArrayList<>();
    private final List<String> logged = new ArrayList<>();
    private final MaelstromNode node;
    private long nowMicros;

    Session(String strategy) {
      node =
          new MaelstromNode(
              CATALOG.parse(strategy),
              1,
              () -> 1,
              () -> nowMicros,
              line -> printed.add(parse(line)),
              this::log);
    }

    private void log(Entry entry) {
      if (!entry.event().equals(Entry.METRICS)) {
        logged.add(entry.sentence());
      }
    }

    /** What the node printed on a line, and on the timers that were due by then. */
    List<JsonNode> feed(String line) {
      printed.clear();
      nowMicros += MICROS_PER_LINE;
      node.handle(line.getBytes(StandardCharsets.UTF_8));
      if (node.nextDeadlineMicros() <= nowMicros) {
        node.fireTimers();
      }
      for (JsonNode message : printed) {
        assertEquals(List.of("src", "dest", "body"), keys(message));
      }
      return List.copyOf(printed);
    }
  }

  /** What the clients of a node must be answered, from what they broadcast there before. */
  private static final class Client {
    private final List<Integer> broadcast = new ArrayList<>();
    private int requests;

    void check(JsonNode line, List<JsonNode> printed) {
      List<JsonNode> replies = printed.stream().filter(m -> isClient(m.path("dest"))).toList();
      if (!isClient(line.path("src"))) {
        assertEquals(List.of(), replies);
        return;
      }
      requests++;
      assertEquals(1, replies.size());
      assertEquals(line.path("dest"), replies.get(0).path("src"));
      assertEquals(line.path("src"), replies.get(0).path("dest"));
      checkBody(line.path("body"), replies.get(0).path("body"));
    }

    private void checkBody(JsonNode request, JsonNode body) {
      String type = request.path("type").textValue();
      assertEquals(type + "_ok", body.path("type").textValue());
      assertEquals(request.path("msg_id"), body.path("in_reply_to"));
      if (type.equals("read")) {
        assertEquals(List.of("type", "in_reply_to", "messages"), keys(body));
        assertEquals(
            broadcast,
            StreamSupport.stream(body.path("messages").spliterator(), false)
                .map(JsonNode::intValue)
                .toList());
      } else {
        assertEquals(List.of("type", "in_reply_to"), keys(body));
      }
      if (type.equals("broadcast")) {
        broadcast.add(request.path("message").intValue());
      }
    }

    private static boolean isClient(JsonNode name) {
      return name.textValue().startsWith("c");
    }
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  private static JsonNode parse(byte[] line) {
    try {
      return Json.parse(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Printed what is no message", e);
    }
  }

  private static JsonNode parse(String line) {
    return parse(line.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> lines(String recording) throws IOException {
    String resource = "/recordings/" + recording + ".stdin.jsonl";
    try (InputStream in =
        Objects.requireNonNull(RecordingsTest.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
