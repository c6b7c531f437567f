package org.hearsay.simulation.time;

import java.util.Arrays;

/**
 * Many lists of numbers in one memory that is reused: each list is a chain of chunks. A list is
 * known by the place after its last number, and by the chunk it begins with.
 */
final class ChunkStore {
  /** How many numbers a chunk holds: 1 KiB. */
  static final int CHUNK = 1 << 7;

  private static final int CHUNK_BITS = 7;
  private static final int SEGMENT_BITS = 17;
  private static final int SEGMENT = 1 << SEGMENT_BITS;
  private static final int NONE = -1;

  private long[][] segments = new long[0][];

  /** For each chunk the one that goes on from there, or of a free one the next free one. */
  private int[] next = new int[0];

  private int chunks;
  private int free = NONE;

  /** Puts a number at a place. */
  void set(int place, long value) {
    segments[place >>> SEGMENT_BITS][place & (SEGMENT - 1)] = value;
  }

  /** The segment that holds a chunk. */
  long[] segment(int chunk) {
    return segments[chunk >>> (SEGMENT_BITS - CHUNK_BITS)];
  }

  /** Where in its segment a chunk starts. */
  static int start(int chunk) {
    return (chunk << CHUNK_BITS) & (SEGMENT - 1);
  }

  /** The first place of a chunk. */
  static int place(int chunk) {
    return chunk << CHUNK_BITS;
  }

  /** The chunk that holds a place. */
  static int chunk(int place) {
    return place >>> CHUNK_BITS;
  }

  /** The chunk after another. */
  int next(int chunk) {
    return next[chunk];
  }

  /** How many numbers a list holds. */
  int size(int firstChunk, int endPlace) {
    int size = endPlace - place(chunk(endPlace - 1));
    for (int chunk = firstChunk; chunk != chunk(endPlace - 1); chunk = next[chunk]) {
      size += CHUNK;
    }
    return size;
  }

  /** A chunk that goes on from no other. */
  int take() {
    if (free != NONE) {
      int taken = free;
      free = next[taken];
      return taken;
    }
    if (chunks == next.length) {
      segments = Arrays.copyOf(segments, segments.length + 1);
      segments[segments.length - 1] = new long[SEGMENT];
      next = Arrays.copyOf(next, segments.length << (SEGMENT_BITS - CHUNK_BITS));
    }
    return chunks++;
  }

  /** A chunk that goes on from another. */
  int takeAfter(int chunk) {
    int taken = take();
    next[chunk] = taken;
    return taken;
  }

  /** Frees the chunks from a first to a last one. */
  void giveBack(int first, int last) {
    next[last] = free;
    free = first;
  }
}
