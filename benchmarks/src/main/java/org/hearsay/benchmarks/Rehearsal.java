package org.hearsay.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.maelstrom.MaelstromNode;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.runtime.MicrosClock;
import org.hearsay.scenario.cluster.Graph;
import org.hearsay.scenario.cluster.Topology;
import org.slf4j.event.Level;

/**
 * What the middle node of a 5 by 5 grid hears while clients broadcast at the others: real nodes in
 * one thread and in virtual time, each line between them 100 ms under way.
 */
final class Rehearsal {
  private static final int NODES = 25;
  private static final int MIDDLE = NODES / 2;
  private static final long LATENCY_MICROS = 100_000;

  /** A line on its way to a node, and when it arrives there. */
  record Line(long micros, int node, String text) {}

  private final NodeNames names = NodeNames.numbered(NODES);
  private final List<MaelstromNode> nodes;
  private final Queue<Line> underWay = new ArrayDeque<>();
  private final List<Line> heard = new ArrayList<>();
  private long nowMicros;

  private Rehearsal(ConfiguredStrategy<?, ?> strategy) {
    nodes =
        IntStream.range(0, NODES)
            .mapToObj(node -> newNode(strategy, () -> nowMicros, this::send))
            .toList();
  }

  /**
   * What the middle node hears: first who and where it is, at time 0, and then so many lines.
   *
   * @param origins at how many of the other nodes clients broadcast, in turns
   * @param broadcastMicros the time between two broadcasts
   */
  static List<Line> heard(
      ConfiguredStrategy<?, ?> strategy, int origins, long broadcastMicros, int lines) {
    Rehearsal rehearsal = new Rehearsal(strategy);
    rehearsal.introduceAll();
    int wanted = rehearsal.heard.size() + lines;
    for (int value = 0; rehearsal.heard.size() < wanted; value++) {
      int origin = value % origins;
      int node = origin < MIDDLE ? origin : origin + 1;
      rehearsal.ask(node, "\"broadcast\",\"message\":" + value);
      rehearsal.pass(broadcastMicros);
    }
    return List.copyOf(rehearsal.heard.subList(0, wanted));
  }

  /** A node that answers the same lines at the same times with the same lines. */
  static MaelstromNode newNode(
      ConfiguredStrategy<?, ?> strategy, MicrosClock clock, Consumer<byte[]> out) {
    return new MaelstromNode(
        strategy, 1, () -> 1_767_225_600_000L, clock, out, Rehearsal::requireNoTrouble);
  }

  private static void requireNoTrouble(Entry logged) {
    if (logged.level().toInt() >= Level.WARN.toInt()) {
      throw new IllegalStateException(logged.sentence());
    }
  }

  private void introduceAll() {
    Graph grid = Topology.GRID.graph(NODES, 1);
    List<String> all = IntStream.range(0, NODES).mapToObj(this::quoted).toList();
    for (int node = 0; node < NODES; node++) {
      ask(node, "\"init\",\"node_id\":" + quoted(node) + ",\"node_ids\":" + all);
    }
    for (int node = 0; node < NODES; node++) {
      Peers peers = grid.neighbors(node);
      List<String> neighbors =
          IntStream.range(0, peers.size()).map(peers::get).mapToObj(this::quoted).toList();
      ask(node, "\"topology\",\"topology\":{" + quoted(node) + ":" + neighbors + "}");
    }
  }

  private String quoted(int node) {
    return Json.quote(names.name(node));
  }

  private void ask(int node, String body) {
    String line =
        "{\"src\":\"c0\",\"dest\":" + quoted(node) + ",\"body\":{\"msg_id\":1,\"type\":" + body;
    arrive(new Line(nowMicros, node, line + "}}"));
  }

  private void arrive(Line line) {
    if (line.node == MIDDLE) {
      heard.add(line);
    }
    nodes.get(line.node).handle(line.text.getBytes(StandardCharsets.UTF_8));
  }

  private void send(byte[] line) {
    int node = names.number(destination(line));
    if (node >= 0) {
      underWay.add(
          new Line(nowMicros + LATENCY_MICROS, node, new String(line, StandardCharsets.UTF_8)));
    }
  }

  private static String destination(byte[] line) {
    try {
      return Json.parse(line).path("dest").textValue();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A node wrote what cannot be read", e);
    }
  }

  /** Lets time go by: what arrives meanwhile arrives, and what is due fires. */
  private void pass(long micros) {
    nowMicros += micros;
    for (Line next = underWay.peek();
        next != null && next.micros <= nowMicros;
        next = underWay.peek()) {
      arrive(new Line(nowMicros, next.node, underWay.remove().text));
    }
    for (MaelstromNode node : nodes) {
      if (node.nextDeadlineMicros() <= nowMicros) {
        node.fireTimers();
      }
    }
  }
}
