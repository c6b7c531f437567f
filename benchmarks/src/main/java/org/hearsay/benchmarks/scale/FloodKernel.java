package org.hearsay.benchmarks.scale;

import java.util.Arrays;
import org.hearsay.node.random.SeededRandom;

/**
 * The flood workload written by hand, as the limit for what a simulator could reach: no strategy,
 * no node, no message, no metric, and a clock of whole milliseconds, so that buckets need no order.
 * An event is an {@code int}: a rumor and a node.
 */
final class FloodKernel {
  private static final int LEAST_MILLIS = 10;
  private static final int MOST_MILLIS = 100;
  private static final int BROADCAST_MILLIS = 100;
  private static final int BUCKETS = 128;
  private static final int CHUNK_BITS = 10;
  private static final int CHUNK = 1 << CHUNK_BITS;
  private static final int NODE_BITS = 22;
  private static final long TICK_FACTOR = 0x9e3779b97f4a7c15L;
  private static final long LINK_FACTOR = 0xd1342543de82ef95L;

  private final int nodeCount;
  private final int degree;
  private final int rumorCount;
  private final long seed;
  private final int[] neighbors;
  private final long[][] seen;
  private final int[][][] buckets = new int[BUCKETS][4][];
  private final int[] sizes = new int[BUCKETS];
  private int[][] free = new int[16][];
  private int frees;
  private long events;

  /** A random graph with so many arcs out of each node, and so many broadcasts to come. */
  FloodKernel(int nodeCount, int degree, int rumorCount, long seed) {
    this.nodeCount = nodeCount;
    this.degree = degree;
    this.rumorCount = rumorCount;
    this.seed = seed;
    this.seen = new long[rumorCount][];
    this.neighbors = new int[nodeCount * degree];
    SeededRandom random = new SeededRandom(seed, nodeCount);
    Arrays.setAll(neighbors, arc -> (arc / degree + 1 + random.nextInt(nodeCount - 1)) % nodeCount);
  }

  /** Runs to the end; returns how many messages arrived. */
  long run() {
    int begun = 0;
    int pending = 0;
    for (int tick = 0; begun < rumorCount || pending > 0; tick++) {
      if (begun < rumorCount && tick % BROADCAST_MILLIS == 0) {
        seen[begun] = new long[(nodeCount + Long.SIZE - 1) / Long.SIZE];
        arrive((int) SeededRandom.below(nodeCount, SeededRandom.mix(seed + begun)), begun, tick);
        begun++;
      }
      open(tick);
      pending = Arrays.stream(sizes).sum();
    }
    return events;
  }

  private void open(int tick) {
    int bucket = tick & (BUCKETS - 1);
    int size = sizes[bucket];
    int[][] chunks = buckets[bucket];
    for (int start = 0; start < size; start += CHUNK) {
      int[] chunk = chunks[start >> CHUNK_BITS];
      int end = Math.min(CHUNK, size - start);
      for (int i = 0; i < end; i++) {
        arrive(chunk[i] & ((1 << NODE_BITS) - 1), chunk[i] >>> NODE_BITS, tick);
      }
      giveBack(chunk);
    }
    sizes[bucket] = 0;
    events += size;
  }

  private void arrive(int node, int rumor, int tick) {
    long[] known = seen[rumor];
    long bit = 1L << node;
    if ((known[node >> 6] & bit) != 0) {
      return;
    }
    known[node >> 6] |= bit;
    for (int arc = node * degree; arc < (node + 1) * degree; arc++) {
      long link = (long) node << Integer.SIZE | neighbors[arc];
      long draw = SeededRandom.mix(seed + tick * TICK_FACTOR + link * LINK_FACTOR);
      int delay = LEAST_MILLIS + (int) SeededRandom.below(MOST_MILLIS - LEAST_MILLIS + 1, draw);
      add((tick + delay) & (BUCKETS - 1), rumor << NODE_BITS | neighbors[arc]);
    }
  }

  private void add(int bucket, int event) {
    int place = sizes[bucket]++;
    int[][] chunks = buckets[bucket];
    int chunk = place >> CHUNK_BITS;
    if ((place & (CHUNK - 1)) == 0) {
      if (chunk == chunks.length) {
        chunks = Arrays.copyOf(chunks, chunk * 2);
        buckets[bucket] = chunks;
      }
      chunks[chunk] = frees > 0 ? free[--frees] : new int[CHUNK];
    }
    chunks[chunk][place & (CHUNK - 1)] = event;
  }

  private void giveBack(int[] chunk) {
    if (frees == free.length) {
      free = Arrays.copyOf(free, frees * 2);
    }
    free[frees++] = chunk;
  }
}
