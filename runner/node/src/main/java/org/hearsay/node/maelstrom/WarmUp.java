package org.hearsay.node.maelstrom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.LongSupplier;
import org.hearsay.node.journal.Journal;
import org.hearsay.node.plugin.ConfiguredStrategy;

/**
 * Two nodes that talk to each other in memory, in virtual time, until the JVM has loaded what nodes
 * of their strategy need, and has compiled some of it. A node that has not done so is ten times
 * slower with its first messages, and the rumors of a cluster's first second with it.
 */
final class WarmUp {
  private static final int BROADCASTS = 200;
  private static final long STEP_MICROS = 20_000;

  /** Whoever waits for this node's answer waits five seconds under Maelstrom. */
  private static final long MOST_NANOS = 2_000_000_000;

  private final Queue<Runnable> inFlight = new ArrayDeque<>();
  private final List<MaelstromNode> nodes;
  private long nowMicros;

  private WarmUp(ConfiguredStrategy<?, ?> strategy) {
    nodes = List.of(node(strategy, 1), node(strategy, 0));
  }

  /** Runs the two nodes for some seconds of virtual time, and not too many by the clock. */
  static void of(ConfiguredStrategy<?, ?> strategy, LongSupplier nanoTime) {
    new WarmUp(strategy).run(nanoTime);
  }

  private MaelstromNode node(ConfiguredStrategy<?, ?> strategy, int other) {
    String toOther = "\"dest\":\"n" + other + "\"";
    return new MaelstromNode(
        strategy,
        0,
        () -> 0,
        () -> nowMicros,
        line -> {
          if (new String(line, StandardCharsets.UTF_8).contains(toOther)) {
            inFlight.add(() -> nodes.get(other).handle(line));
          }
        },
        Journal.NONE);
  }

  private void run(LongSupplier nanoTime) {
    long start = nanoTime.getAsLong();
    for (int node = 0; node < nodes.size(); node++) {
      ask(node, "\"init\",\"node_id\":\"n" + node + "\",\"node_ids\":[\"n0\",\"n1\"]");
    }
    for (int node = 0; node < nodes.size(); node++) {
      ask(node, "\"topology\",\"topology\":{\"n0\":[\"n1\"],\"n1\":[\"n0\"]}");
    }
    for (int value = 0; value < BROADCASTS && nanoTime.getAsLong() - start < MOST_NANOS; value++) {
      ask(value % nodes.size(), "\"broadcast\",\"message\":" + value);
      ask(value % nodes.size(), "\"read\"");
      nowMicros += STEP_MICROS;
      nodes.forEach(MaelstromNode::fireTimers);
      deliver();
    }
  }

  private void ask(int node, String body) {
    String line =
        "{\"src\":\"c0\",\"dest\":\"n" + node + "\",\"body\":{\"msg_id\":1,\"type\":" + body + "}}";
    nodes.get(node).handle(line.getBytes(StandardCharsets.UTF_8));
    deliver();
  }

  /** Hands over what is in flight; a chain of answers that does not end is cut by the bound. */
  private void deliver() {
    for (int i = 0; i < BROADCASTS && !inFlight.isEmpty(); i++) {
      inFlight.remove().run();
    }
  }
}
