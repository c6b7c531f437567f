package org.hearsay.reproduction.memory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearsay.node.codec.Json;
import org.hearsay.node.journal.Journal;
import org.hearsay.node.maelstrom.MaelstromNode;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.service.Counters;

/**
 * Real nodes in one process and in virtual time, with the lines of their protocol between them: a
 * star, as in it each rumor crosses as many links as it has to and no more.
 */
final class Cluster {
  static final long LINK_MICROS = 1_000;
  private static final int MOST = 10;

  private static final class Line {
    private final long dueMicros;
    private final int to;
    private final byte[] text;

    Line(long dueMicros, int to, byte[] text) {
      this.dueMicros = dueMicros;
      this.to = to;
      this.text = text;
    }
  }

  private final List<MaelstromNode> nodes = new ArrayList<>();
  private final Queue<Line> underWay = new ArrayDeque<>();
  private long nowMicros;

  /** What the node at hand has replied last to the client. */
  private String reply = "";

  /** Nodes that know of each other. */
  Cluster(ConfiguredStrategy<?, ?> strategy, int count) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException("A cluster here has 1 to " + MOST + " nodes");
    }
    String all =
        IntStream.range(0, count)
            .mapToObj(node -> "\"n" + node + "\"")
            .collect(Collectors.joining(","));
    for (int node = 0; node < count; node++) {
      nodes.add(
          new MaelstromNode(strategy, node, () -> 1, () -> nowMicros, this::send, Journal.NONE));
      ask(node, "\"init\",\"node_id\":\"n" + node + "\",\"node_ids\":[" + all + "]");
    }
    String leaves =
        IntStream.range(1, count)
            .mapToObj(node -> "\"n" + node + "\"")
            .collect(Collectors.joining(","));
    String links =
        IntStream.range(1, count)
            .mapToObj(node -> ",\"n" + node + "\":[\"n0\"]")
            .collect(Collectors.joining());
    for (int node = 0; node < count; node++) {
      ask(node, "\"topology\",\"topology\":{\"n0\":[" + leaves + "]" + links + "}");
    }
  }

  int size() {
    return nodes.size();
  }

  long nowMicros() {
    return nowMicros;
  }

  Counters counters(int node) {
    return nodes.get(node).counters();
  }

  /** A node has printed a line, in which its own name comes first and its receiver's second. */
  private void send(byte[] line) {
    int dest = "{\"src\":\"n0\",\"dest\":\"".length();
    if (line[dest] == 'n') {
      underWay.add(new Line(nowMicros + LINK_MICROS, line[dest + 1] - '0', line));
    } else {
      reply = new String(line, StandardCharsets.UTF_8);
    }
  }

  private String ask(int node, String body) {
    String line =
        "{\"src\":\"c0\",\"dest\":\"n" + node + "\",\"body\":{\"msg_id\":1,\"type\":" + body + "}}";
    nodes.get(node).handle(line.getBytes(StandardCharsets.UTF_8));
    return reply;
  }

  /** A client broadcasts a value, as JSON; whether the node has accepted it. */
  boolean broadcast(int node, String value) {
    return ask(node, "\"broadcast\",\"message\":" + value).contains("\"broadcast_ok\"");
  }

  /** What a node's clients read: whole numbers. */
  int[] read(int node) {
    try {
      JsonNode read = Json.parse(ask(node, "\"read\"").getBytes(StandardCharsets.UTF_8));
      JsonNode values = read.path("body").path("messages");
      return IntStream.range(0, values.size()).map(i -> values.get(i).intValue()).toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets some time pass. */
  void pass(long micros) {
    long end = nowMicros + micros;
    while (nowMicros < end) {
      nowMicros = Math.min(end, Math.max(nowMicros, next()));
      while (!underWay.isEmpty() && underWay.peek().dueMicros <= nowMicros) {
        Line line = underWay.remove();
        nodes.get(line.to).handle(line.text);
      }
      for (MaelstromNode node : nodes) {
        if (node.nextDeadlineMicros() <= nowMicros) {
          node.fireTimers();
        }
      }
    }
  }

  private long next() {
    long next = underWay.isEmpty() ? Long.MAX_VALUE : underWay.peek().dueMicros;
    for (MaelstromNode node : nodes) {
      next = Math.min(next, node.nextDeadlineMicros());
    }
    return next;
  }
}
