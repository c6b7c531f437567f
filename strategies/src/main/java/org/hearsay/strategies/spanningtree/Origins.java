package org.hearsay.strategies.spanningtree;

import java.util.Arrays;

/** A set of nodes that takes memory for those in it only, however large the cluster is. */
final class Origins {
  private static final int[] NONE = {};

  private int[] ascending = NONE;
  private int size;

  boolean contains(int origin) {
    return Arrays.binarySearch(ascending, 0, size, origin) >= 0;
  }

  void add(int origin) {
    int found = Arrays.binarySearch(ascending, 0, size, origin);
    if (found < 0) {
      int place = -found - 1;
      if (size == ascending.length) {
        ascending = Arrays.copyOf(ascending, size + 1 + size / 2);
      }
      System.arraycopy(ascending, place, ascending, place + 1, size - place);
      ascending[place] = origin;
      size++;
    }
  }

  void remove(int origin) {
    int found = Arrays.binarySearch(ascending, 0, size, origin);
    if (found >= 0) {
      System.arraycopy(ascending, found + 1, ascending, found, size - found - 1);
      size--;
    }
  }
}
