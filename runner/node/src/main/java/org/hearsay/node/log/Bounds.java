package org.hearsay.node.log;

import java.util.Arrays;

/** Sets of sequence numbers as ranges: where each starts and ends, ascending, in one array. */
final class Bounds {
  static final int[] NONE = {};

  private Bounds() {}

  /** What is in one set and not in another. */
  static int[] minus(int[] set, int[] other) {
    if (other.length == 0) {
      return set;
    }
    // Each range of either set ends at most one range of the rest.
    int[] rest = new int[set.length + other.length];
    int length = 0;
    for (int i = 0, j = 0; i < set.length; i += 2) {
      int from = set[i];
      int end = set[i + 1];
      while (j < other.length && other[j + 1] <= from) {
        j += 2;
      }
      for (int k = j; k < other.length && other[k] < end; k += 2) {
        if (from < other[k]) {
          rest[length++] = from;
          rest[length++] = other[k];
        }
        from = Math.max(from, other[k + 1]);
        j = k;
      }
      if (from < end) {
        rest[length++] = from;
        rest[length++] = end;
      }
    }
    return Arrays.copyOf(rest, length);
  }
}
