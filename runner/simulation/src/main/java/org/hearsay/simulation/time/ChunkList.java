package org.hearsay.simulation.time;

import org.jspecify.annotations.Nullable;

/** A list of numbers that grows by a chunk at a time and gives its chunks back when cleared. */
final class ChunkList {

  /** Takes numbers that were added in pairs. */
  @FunctionalInterface
  interface PairConsumer {
    void accept(long first, long second);
  }

  /** Some numbers of a list, and the chunk that goes on from there. */
  static final class Chunk {
    /** A whole number of pairs: 2 KiB. */
    static final int SIZE = 256;

    final long[] values = new long[SIZE];
    @Nullable Chunk next;
  }

  /** Chunks that no list uses. */
  static final class Pool {
    private @Nullable Chunk free;

    Chunk take() {
      Chunk taken = free;
      if (taken == null) {
        return new Chunk();
      }
      free = taken.next;
      taken.next = null;
      return taken;
    }

    void giveBack(Chunk chunk) {
      chunk.next = free;
      free = chunk;
    }
  }

  private static final Chunk NONE = new Chunk();

  private final Pool pool;
  private @Nullable Chunk first;
  private Chunk last = NONE;
  private int room;
  private int size;

  ChunkList(Pool pool) {
    this.pool = pool;
  }

  void add(long value) {
    if (room == 0) {
      grow();
    }
    last.values[Chunk.SIZE - room--] = value;
    size++;
  }

  void addPair(long former, long latter) {
    add(former);
    add(latter);
  }

  private void grow() {
    Chunk added = pool.take();
    if (first == null) {
      first = added;
    } else {
      last.next = added;
    }
    last = added;
    room = Chunk.SIZE;
  }

  int size() {
    return size;
  }

  /** The first of the chunks, which hold {@link #size} numbers together; null if there are none. */
  @Nullable Chunk first() {
    return first;
  }

  /** Hands out what was added in pairs, in order. */
  void forEachPair(PairConsumer consumer) {
    int left = size;
    for (Chunk chunk = first; chunk != null; chunk = chunk.next) {
      int count = Math.min(left, Chunk.SIZE);
      for (int i = 0; i < count; i += 2) {
        consumer.accept(chunk.values[i], chunk.values[i + 1]);
      }
      left -= count;
    }
  }

  void clear() {
    for (Chunk chunk = first; chunk != null; ) {
      Chunk next = chunk.next;
      pool.giveBack(chunk);
      chunk = next;
    }
    first = null;
    last = NONE;
    room = 0;
    size = 0;
  }
}
