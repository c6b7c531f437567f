package org.hearsay.simulation.nodes;

import java.util.BitSet;
import org.hearsay.scenario.cluster.Graph;

/** All that the runtime keeps about the nodes of a cluster, a few numbers each. */
final class Columns {
  private final int nodeCount;
  private final Graph graph;
  private final LogColumns logs;
  private final TimerColumns timers;
  private final Draws draws;
  private final Sources sources;
  private final BitSet begun = new BitSet();

  Columns(Graph graph) {
    this.graph = graph;
    nodeCount = graph.size();
    logs = new LogColumns(nodeCount);
    timers = new TimerColumns(nodeCount);
    draws = new Draws(nodeCount);
    sources = new Sources(nodeCount);
  }

  /** Begins a life of a node that has left nothing behind. */
  void begin(int node, long seed) {
    if (begun.get(node)) {
      sources.restart(node);
    }
    begun.set(node);
    draws.begin(node, seed);
  }

  /** Ends a node's life: nothing of what it knew and wanted stays. */
  void clear(int node) {
    logs.clear(node);
    timers.clearAll(node);
  }

  /** Reads what it takes for nodes to learn a rumor and to tell their neighbors; any number. */
  int readAhead(int[] nodes, int count) {
    int read = 0;
    for (int i = 0; i < count; i++) {
      read += graph.readAhead(nodes[i]);
    }
    for (int i = 0; i < count; i++) {
      read += logs.readAhead(nodes[i]);
    }
    return read;
  }

  int nodeCount() {
    return nodeCount;
  }

  Graph graph() {
    return graph;
  }

  LogColumns logs() {
    return logs;
  }

  TimerColumns timers() {
    return timers;
  }

  Draws draws() {
    return draws;
  }

  Sources sources() {
    return sources;
  }
}
