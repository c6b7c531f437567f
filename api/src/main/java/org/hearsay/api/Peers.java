package org.hearsay.api;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** An immutable set of nodes in a fixed order, read by index. */
public interface Peers {
  /** The given nodes, each once and in ascending order, whatever the order they are given in. */
  static Peers of(int... nodes) {
    int[] sorted = nodes.clone();
    Arrays.sort(sorted);
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return new ListedPeers(kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept));
  }

  /** How many there are. */
  int size();

  /**
   * The peer at an index.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= index < size()}
   */
  int get(int index);

  /** Whether a node is one of them. */
  boolean contains(int node);

  /** Whether there are none. */
  default boolean isEmpty() {
    return size() == 0;
  }

  /**
   * Draws different peers, each set of them equally likely (Floyd's algorithm, Bentley &amp; Floyd
   * 1987), at the cost of one draw each.
   *
   * @param count how many; all of them where there are fewer
   */
  default int[] sample(int count, RandomGenerator random) {
    int wanted = Math.min(count, size());
    int[] indices = new int[wanted];
    for (int i = 0; i < wanted; i++) {
      int last = size() - wanted + i;
      int drawn = random.nextInt(last + 1);
      for (int j = 0; j < i; j++) {
        if (indices[j] == drawn) {
          drawn = last;
          break;
        }
      }
      indices[i] = drawn;
    }
    return Arrays.stream(indices).map(this::get).toArray();
  }
}
