package org.hearsay.simulation.nodes;

import java.util.BitSet;
import java.util.List;

/** All that the runtime keeps about the nodes of a cluster, a few numbers each. */
final class Columns {
  private final int nodeCount;
  private final CompressedLinks links;
  private final LogColumns logs;
  private final TimerColumns timers;
  private final Draws draws;
  private final Sources sources;
  private final BitSet begun = new BitSet();

  Columns(List<int[]> neighbors) {
    nodeCount = neighbors.size();
    links = new CompressedLinks(neighbors);
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

  int nodeCount() {
    return nodeCount;
  }

  CompressedLinks links() {
    return links;
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
