package org.hearsay.simulation.time;

import java.util.Arrays;

/**
 * Sorts the events of a bucket by the bits above {@link TimeWheel#EVENT_BITS}, stably: the lower
 * half of these bits first, then the upper half.
 */
final class BucketSort {
  private static final int HALF_BITS = TimeWheel.MICROS_BITS / 2;
  private static final int KEYS = 1 << HALF_BITS;
  private static final int LOWER = TimeWheel.EVENT_BITS;
  private static final int UPPER = TimeWheel.EVENT_BITS + HALF_BITS;

  private final int[] lowerPlaces = new int[KEYS];
  private final int[] upperPlaces = new int[KEYS];
  private long[] unsorted = new long[ChunkStore.CHUNK];
  private long[] halfSorted = new long[ChunkStore.CHUNK];

  /** The events in order, in an array that is larger and used again by the next {@link #sort}. */
  long[] sorted() {
    return unsorted;
  }

  /** Sorts a chain of chunks up to a last place, which is excluded; returns how many they hold. */
  int sort(ChunkStore store, int firstChunk, int endPlace) {
    int size = copy(store, firstChunk, endPlace);
    if (halfSorted.length < unsorted.length) {
      halfSorted = new long[unsorted.length];
    }
    count(size);
    scatter(unsorted, halfSorted, size, LOWER, lowerPlaces);
    scatter(halfSorted, unsorted, size, UPPER, upperPlaces);
    return size;
  }

  private int copy(ChunkStore store, int firstChunk, int endPlace) {
    int size = 0;
    int chunk = firstChunk;
    for (int last = ChunkStore.chunk(endPlace - 1); chunk != last; chunk = store.next(chunk)) {
      copy(store, chunk, size, ChunkStore.CHUNK);
      size += ChunkStore.CHUNK;
    }
    int rest = endPlace - ChunkStore.place(chunk);
    copy(store, chunk, size, rest);
    return size + rest;
  }

  private void copy(ChunkStore store, int chunk, int to, int length) {
    if (to + length > unsorted.length) {
      unsorted = Arrays.copyOf(unsorted, unsorted.length * 2);
    }
    System.arraycopy(store.segment(chunk), ChunkStore.start(chunk), unsorted, to, length);
  }

  /** Finds where the events of each key begin. */
  private void count(int size) {
    Arrays.fill(lowerPlaces, 0);
    Arrays.fill(upperPlaces, 0);
    for (int i = 0; i < size; i++) {
      lowerPlaces[key(unsorted[i], LOWER)]++;
      upperPlaces[key(unsorted[i], UPPER)]++;
    }
    int lower = 0;
    int upper = 0;
    for (int key = 0; key < KEYS; key++) {
      lower += lowerPlaces[key];
      upper += upperPlaces[key];
      lowerPlaces[key] = lower - lowerPlaces[key];
      upperPlaces[key] = upper - upperPlaces[key];
    }
  }

  private static void scatter(long[] from, long[] to, int size, int bit, int[] places) {
    for (int i = 0; i < size; i++) {
      long event = from[i];
      to[places[key(event, bit)]++] = event;
    }
  }

  private static int key(long event, int bit) {
    return (int) (event >>> bit) & (KEYS - 1);
  }
}
