package org.hearsay.simulation.time;

import java.util.Arrays;

/**
 * Sorts the events of a bucket by the bits above {@link TimeWheel#EVENT_BITS}, stably: counts by so
 * many of the upper of these bits that an event or two share a key, and inserts those that do.
 */
final class BucketSort {
  private static final int MOST_KEY_BITS = TimeWheel.MICROS_BITS;

  private final int[] places = new int[1 << MOST_KEY_BITS];
  private long[] sorted = new long[ChunkStore.CHUNK];

  /** The events in order, in an array that is larger and used again by the next {@link #sort}. */
  long[] sorted() {
    return sorted;
  }

  /** Sorts a list; returns how many events it holds. */
  int sort(ChunkStore store, int firstChunk, int endPlace) {
    int size = store.size(firstChunk, endPlace);
    if (size > sorted.length) {
      sorted = new long[size + (size >> 1)];
    }
    int keyBits = Math.min(MOST_KEY_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(size));
    place(store, firstChunk, endPlace, keyBits);
    if (keyBits < MOST_KEY_BITS) {
      insert(size);
    }
    return size;
  }

  /** Puts events into the order of the upper bits of their keys. */
  private void place(ChunkStore store, int firstChunk, int endPlace, int keyBits) {
    int shift = Long.SIZE - keyBits;
    int last = ChunkStore.chunk(endPlace - 1);
    int rest = endPlace - ChunkStore.place(last);
    Arrays.fill(places, 0, 1 << keyBits, 0);
    for (int chunk = firstChunk; chunk != last; chunk = store.next(chunk)) {
      count(store.segment(chunk), ChunkStore.start(chunk), ChunkStore.CHUNK, shift);
    }
    count(store.segment(last), ChunkStore.start(last), rest, shift);
    startPlaces(1 << keyBits);
    for (int chunk = firstChunk; chunk != last; chunk = store.next(chunk)) {
      scatter(store.segment(chunk), ChunkStore.start(chunk), ChunkStore.CHUNK, shift);
    }
    scatter(store.segment(last), ChunkStore.start(last), rest, shift);
  }

  private void count(long[] events, int start, int length, int shift) {
    for (int i = start; i < start + length; i++) {
      places[(int) (events[i] >>> shift)]++;
    }
  }

  /** Makes of the number of events with each key the place of the first. */
  private void startPlaces(int keys) {
    int place = 0;
    for (int key = 0; key < keys; key++) {
      int count = places[key];
      places[key] = place;
      place += count;
    }
  }

  private void scatter(long[] events, int start, int length, int shift) {
    for (int i = start; i < start + length; i++) {
      sorted[places[(int) (events[i] >>> shift)]++] = events[i];
    }
  }

  /** Moves each event before those of a later time that stand in front of it: few, and near. */
  private void insert(int size) {
    for (int i = 1; i < size; i++) {
      long event = sorted[i];
      int place = i;
      while (place > 0 && key(sorted[place - 1]) > key(event)) {
        sorted[place] = sorted[place - 1];
        place--;
      }
      if (place < i) {
        sorted[place] = event;
      }
    }
  }

  private static int key(long event) {
    return (int) (event >>> TimeWheel.EVENT_BITS);
  }
}
