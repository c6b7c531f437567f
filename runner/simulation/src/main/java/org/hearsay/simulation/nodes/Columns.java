package org.hearsay.simulation.nodes;

import java.util.BitSet;
import org.hearsay.scenario.cluster.Overlay;

/** All that the runtime keeps about the nodes of a cluster, a few numbers each. */
final class Columns {
  private final int nodeCount;
  private final Overlay overlay;
  private final LogColumns logs;
  private final TimerColumns timers;
  private final Draws draws;
  private final Sources sources;
  private final BitSet begun = new BitSet();

  Columns(Overlay overlay) {
    this.overlay = overlay;
    nodeCount = overlay.size();
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
      read += overlay.readAhead(nodes[i]);
    }
    for (int i = 0; i < count; i++) {
      read += logs.readAhead(nodes[i]);
    }
    return read;
  }

  int nodeCount() {
    return nodeCount;
  }

  Overlay overlay() {
    return overlay;
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
