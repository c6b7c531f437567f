package org.hearsay.simulation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many envelopes each node has sent and received. As every message counts here, at nodes far
 * apart, it is kept small: a byte a node, and what it cannot hold elsewhere.
 */
final class Loads {
  private static final int LOW_BITS = Byte.SIZE;
  private static final int LOW_MASK = (1 << LOW_BITS) - 1;

  private final byte[] low;
  private int[] high = new int[0];

  Loads(int nodeCount) {
    low = new byte[nodeCount];
  }

  /** Counts so many at a node. */
  void add(int node, int count) {
    int sum = (low[node] & LOW_MASK) + count;
    low[node] = (byte) sum;
    if (sum > LOW_MASK) {
      carry(node, sum >> LOW_BITS);
    }
  }

  private void carry(int node, int count) {
    if (high.length == 0) {
      high = new int[low.length];
    }
    high[node] += count;
  }

  /** Reads what {@link #add} will change; any number. */
  int readAhead(int node) {
    return low[node];
  }

  /** The count of each node. */
  List<Long> all() {
    return IntStream.range(0, low.length).mapToObj(this::of).toList();
  }

  private long of(int node) {
    return (high.length == 0 ? 0 : (long) high[node] << LOW_BITS) | (low[node] & LOW_MASK);
  }
}
