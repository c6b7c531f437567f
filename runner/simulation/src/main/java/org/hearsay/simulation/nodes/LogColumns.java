package org.hearsay.simulation.nodes;

import java.util.Arrays;

/**
 * What many nodes know: for each rumor a bit a node, and for each position of a log the rumor that
 * each node has there.
 *
 * <p>A rumor at a node takes one bit and two bytes, and two bytes more from the 65,536th rumor on.
 */
final class LogColumns {
  private static final int LOW_BITS = 16;

  private final int nodeCount;
  private final RumorNumbers numbers = new RumorNumbers();
  private final int[] sizes;
  private long[][] knownByRumor = new long[16][];
  private char[][] lowByPosition = new char[16][];
  private char[][] highByPosition = new char[16][];

  /** How many rumors any node knows at most. */
  private int positions;

  LogColumns(int nodeCount) {
    this.nodeCount = nodeCount;
    this.sizes = new int[nodeCount];
  }

  /** The rumors that anybody may know. */
  RumorNumbers numbers() {
    return numbers;
  }

  /** Makes room for a rumor that nobody has heard of. */
  void register(long rumor) {
    int number = numbers.register(rumor);
    if (number == knownByRumor.length) {
      knownByRumor = Arrays.copyOf(knownByRumor, number * 2);
    }
    knownByRumor[number] = new long[(nodeCount + Long.SIZE - 1) / Long.SIZE];
  }

  /** Appends a rumor to a node's log unless it is there; whether it was new. */
  boolean append(int node, long rumor) {
    int number = numbers.of(rumor);
    long[] known = knownByRumor[number];
    long bit = 1L << node;
    if ((known[node >> 6] & bit) != 0) {
      return false;
    }
    known[node >> 6] |= bit;
    place(node, sizes[node]++, number);
    return true;
  }

  private void place(int node, int position, int number) {
    if (position == positions) {
      addPosition();
    }
    lowByPosition[position][node] = (char) number;
    if (numbers.size() > 1 << LOW_BITS) {
      placeHigh(node, position, number >> LOW_BITS);
    }
  }

  private void addPosition() {
    if (positions == lowByPosition.length) {
      lowByPosition = Arrays.copyOf(lowByPosition, positions * 2);
      highByPosition = Arrays.copyOf(highByPosition, positions * 2);
    }
    lowByPosition[positions++] = new char[nodeCount];
  }

  private void placeHigh(int node, int position, int high) {
    if (high > 0 && highByPosition[position] == null) {
      highByPosition[position] = new char[nodeCount];
    }
    if (highByPosition[position] != null) {
      highByPosition[position][node] = (char) high;
    }
  }

  /** Empties a node's log. */
  void clear(int node) {
    sizes[node] = 0;
    for (int number = 0; number < numbers.size(); number++) {
      knownByRumor[number][node >> 6] &= ~(1L << node);
    }
  }

  /** How many rumors a node knows. */
  int size(int node) {
    return sizes[node];
  }

  /** The number of the rumor at a position of a node's log. */
  int number(int node, int position) {
    char[] high = highByPosition[position];
    return lowByPosition[position][node] | (high == null ? 0 : high[node] << LOW_BITS);
  }

  /** 1 if a node does not know a rumor, 0 if it does. */
  int lacks(int node, long rumor) {
    return (int) (~knownByRumor[numbers.of(rumor)][node >> 6] >>> node) & 1;
  }

  /** Reads where a node's next rumor will be; any number. */
  int readAhead(int node) {
    int position = sizes[node];
    return position < positions ? lowByPosition[position][node] : 0;
  }

  /** Whether a node knows the rumor of that number. */
  boolean knows(int node, int number) {
    return (knownByRumor[number][node >> 6] & 1L << node) != 0;
  }
}
