package org.hearsay.scenario.fault;

import java.util.Arrays;
import java.util.BitSet;

/** Every node sees a majority, each another, as Jepsen makes them. */
final class Ring implements Cut {
  /** Up to here it is a ring; beyond, a random graph. */
  private static final int MOST_IN_PERFECT_RING = 5;

  private final BitSet[] seen;

  /** A ring of the nodes in that order. */
  Ring(int[] order) {
    seen = new BitSet[order.length];
    Arrays.setAll(seen, node -> new BitSet(order.length));
    if (order.length <= MOST_IN_PERFECT_RING) {
      perfect(order);
    } else {
      graph(order);
    }
  }

  @Override
  public boolean cuts(int from, int to) {
    return !seen[to].get(from);
  }

  /** Each node sees the majority that stands around it in the ring. */
  private void perfect(int[] order) {
    int majority = order.length / 2 + 1;
    for (int start = 0; start < order.length; start++) {
      int middle = order[(start + majority / 2) % order.length];
      for (int i = 0; i < majority; i++) {
        seen[middle].set(order[(start + i) % order.length]);
      }
    }
  }

  /**
   * Links nodes until each sees a majority, itself included: a node with the fewest links to the
   * one with the fewest that it does not see yet.
   */
  private void graph(int[] order) {
    int majority = order.length / 2 + 1;
    for (int node : order) {
      seen[node].set(node);
    }
    for (int poorest = poorest(order, new BitSet());
        seen[poorest].cardinality() < majority;
        poorest = poorest(order, new BitSet())) {
      int other = poorest(order, seen[poorest]);
      seen[poorest].set(other);
      seen[other].set(poorest);
    }
  }

  private int poorest(int[] order, BitSet excluded) {
    return Arrays.stream(order)
        .filter(node -> !excluded.get(node))
        .reduce((a, b) -> seen[b].cardinality() < seen[a].cardinality() ? b : a)
        .orElseThrow();
  }
}
