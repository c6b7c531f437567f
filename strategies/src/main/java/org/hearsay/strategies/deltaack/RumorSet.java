package org.hearsay.strategies.deltaack;

import java.util.Arrays;

/** A set of rumors in one array: most of a busy node's time would go into a set of objects. */
final class RumorSet {
  private static final long[] NO_PLACES = {};
  private static final int SMALLEST = 16;
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /** Each rumor, plus one, at its place or the next free one after it: 0 is free. */
  private long[] places = NO_PLACES;

  private int size;

  void add(long rumor) {
    if (size >= places.length / 2) {
      grow();
    }
    int place = place(rumor);
    if (places[place] == 0) {
      places[place] = rumor + 1;
      size++;
    }
  }

  boolean contains(long rumor) {
    return size > 0 && places[place(rumor)] != 0;
  }

  int size() {
    return size;
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(places, 0);
      size = 0;
    }
  }

  /** Where a rumor is, or would be. */
  private int place(long rumor) {
    int place = (int) ((rumor * GOLDEN_GAMMA) >>> Long.numberOfLeadingZeros(places.length - 1));
    while (places[place] != 0 && places[place] != rumor + 1) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  private void grow() {
    long[] smaller = places;
    places = new long[Math.max(SMALLEST, smaller.length * 2)];
    size = 0;
    for (long occupied : smaller) {
      if (occupied != 0) {
        add(occupied - 1);
      }
    }
  }
}
