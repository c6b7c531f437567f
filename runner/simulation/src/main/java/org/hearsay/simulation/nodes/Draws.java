package org.hearsay.simulation.nodes;

import java.util.HashMap;
import java.util.Map;
import org.hearsay.node.random.SeededRandom;

/** The seeds of many nodes' randomness, and how often each has drawn. */
final class Draws {
  private final int nodeCount;

  /** The seed of the nodes that have no other. */
  private long common;

  private boolean hasCommon;
  private final Map<Integer, Long> others = new HashMap<>();
  private int[] counts = new int[0];

  Draws(int nodeCount) {
    this.nodeCount = nodeCount;
  }

  /** Begins a life of a node. */
  void begin(int node, long seed) {
    if (!hasCommon) {
      hasCommon = true;
      common = seed;
    }
    if (seed == common) {
      others.remove(node);
    } else {
      others.put(node, seed);
    }
    if (counts.length > 0) {
      counts[node] = 0;
    }
  }

  /** The next draw of a {@link SeededRandom} of that node's life. */
  long next(int node) {
    if (counts.length == 0) {
      counts = new int[nodeCount];
    }
    long seed = others.isEmpty() ? common : others.getOrDefault(node, common);
    return SeededRandom.draw(seed, node, ++counts[node]);
  }
}
