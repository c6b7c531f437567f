package org.hearsay.strategies.deadlinetree;

import java.util.function.IntConsumer;

/**
 * A tree over the nodes 0 to {@code nodes - 1} that needs no agreement: nodes are counted from the
 * root on, round the end, and filled in level by level.
 */
record TreeShape(int nodes, int root, int degree) {

  /** How many messages one after the other a rumor takes from the root to the farthest node. */
  int depth() {
    return depthOf(Math.floorMod(root - 1, nodes));
  }

  /** How many messages one after the other a rumor takes from the root to a node. */
  int depthOf(int node) {
    int depth = 0;
    for (int place = place(node); place > 0; place = (place - 1) / degree) {
      depth++;
    }
    return depth;
  }

  /** Names the nodes that hear of a rumor from this one. */
  void forEachChild(int node, IntConsumer action) {
    long first = (long) place(node) * degree + 1;
    for (long place = first; place < Math.min(first + degree, nodes); place++) {
      action.accept((int) ((place + root) % nodes));
    }
  }

  private int place(int node) {
    return Math.floorMod(node - root, nodes);
  }
}
