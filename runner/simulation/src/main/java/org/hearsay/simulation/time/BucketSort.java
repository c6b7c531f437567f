package org.hearsay.simulation.time;

import java.util.Arrays;
import org.hearsay.simulation.time.ChunkList.Chunk;

/** Sorts the events of a bucket by the bits above {@link TimeWheel#EVENT_BITS}, stably. */
final class BucketSort {
  /** Up to here insertion is faster than counting. */
  private static final int FEW = 32;

  private static final int KEYS = 1 << (Long.SIZE - TimeWheel.EVENT_BITS);

  private final int[] places = new int[KEYS + 1];
  private long[] sorted = new long[FEW];

  /** The events in order, in an array that is larger and used again by the next call. */
  long[] sorted(ChunkList bucket) {
    if (bucket.size() > sorted.length) {
      sorted = new long[bucket.size() + (bucket.size() >> 2)];
    }
    if (bucket.size() <= FEW) {
      insert(bucket);
    } else {
      count(bucket);
    }
    return sorted;
  }

  private void insert(ChunkList bucket) {
    Chunk chunk = bucket.first();
    if (chunk == null) {
      return;
    }
    for (int i = 0; i < bucket.size(); i++) {
      long event = chunk.values[i];
      int place = i;
      while (place > 0 && key(sorted[place - 1]) > key(event)) {
        sorted[place] = sorted[place - 1];
        place--;
      }
      sorted[place] = event;
    }
  }

  private void count(ChunkList bucket) {
    Arrays.fill(places, 0);
    int left = bucket.size();
    for (Chunk chunk = bucket.first(); chunk != null; chunk = chunk.next) {
      int count = Math.min(left, Chunk.SIZE);
      for (int i = 0; i < count; i++) {
        places[key(chunk.values[i]) + 1]++;
      }
      left -= count;
    }
    for (int key = 1; key <= KEYS; key++) {
      places[key] += places[key - 1];
    }
    left = bucket.size();
    for (Chunk chunk = bucket.first(); chunk != null; chunk = chunk.next) {
      int count = Math.min(left, Chunk.SIZE);
      for (int i = 0; i < count; i++) {
        long event = chunk.values[i];
        sorted[places[key(event)]++] = event;
      }
      left -= count;
    }
  }

  private static int key(long event) {
    return (int) (event >>> TimeWheel.EVENT_BITS);
  }
}
