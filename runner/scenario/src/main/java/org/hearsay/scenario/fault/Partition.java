package org.hearsay.scenario.fault;

import java.util.Arrays;
import java.util.BitSet;
import org.hearsay.node.runtime.SeededRandom;

/** Which pairs of nodes cannot hear each other: one of the four kinds that Maelstrom makes. */
public final class Partition {

  /** How the nodes are split. */
  public enum Kind {
    /** One node alone. */
    ONE,
    /** A third of the nodes, rounded down after leaving one out. */
    MINORITY_THIRD,
    /** Two halves. */
    MAJORITY,
    /** Every node sees a majority, each another: nobody is cut off, half the links are. */
    MAJORITIES_RING
  }

  /** Up to here Jepsen's ring is one; beyond, it is a random graph. */
  private static final int MOST_IN_PERFECT_RING = 5;

  private final Kind kind;
  private final BitSet[] seen;

  private Partition(Kind kind, int count) {
    this.kind = kind;
    seen = new BitSet[count];
    Arrays.setAll(seen, node -> new BitSet(count));
  }

  /** A partition of a random kind. */
  public static Partition random(int count, SeededRandom random) {
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    return of(kind, count, random);
  }

  /** A partition of one kind. */
  public static Partition of(Kind kind, int count, SeededRandom random) {
    int[] order = random.permutation(count);
    Partition partition = new Partition(kind, count);
    switch (kind) {
      case ONE -> partition.split(order, 1);
      case MINORITY_THIRD -> partition.split(order, (count - 1) / 3);
      case MAJORITY -> partition.split(order, count / 2);
      case MAJORITIES_RING -> {
        if (count <= MOST_IN_PERFECT_RING) {
          partition.perfectRing(order);
        } else {
          partition.ring(order);
        }
      }
    }
    return partition;
  }

  /** How the nodes are split. */
  public Kind kind() {
    return kind;
  }

  /** Whether a message between two nodes is dropped. */
  public boolean cuts(int from, int to) {
    return !seen[to].get(from);
  }

  private void split(int[] order, int first) {
    for (int i = 0; i < order.length; i++) {
      for (int j = 0; j < order.length; j++) {
        seen[order[i]].set(order[j], (i < first) == (j < first));
      }
    }
  }

  /** Each node sees the majority that stands around it in the ring. */
  private void perfectRing(int[] order) {
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
  private void ring(int[] order) {
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
