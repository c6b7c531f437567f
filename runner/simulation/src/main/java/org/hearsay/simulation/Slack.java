package org.hearsay.simulation;

import org.hearsay.node.random.SeededRandom;

/**
 * How late nodes react to what happens to them: as processes do, by up to a millisecond, each time
 * by another amount. Without it nodes would tick in step for ever, and copies of a rumor would
 * arrive at the very same moment in always the same order, as they do nowhere else.
 */
final class Slack {
  private static final long MOST_MICROS = 1_000;
  private static final long STREAM = 3;

  private final long seed;
  private final int[] draws;

  Slack(long seed, int nodeCount) {
    this.seed = SeededRandom.mix(seed + STREAM);
    this.draws = new int[nodeCount];
  }

  /** The number of a node's next reaction. */
  int next(int node) {
    return draws[node]++ & EventLoop.MOST_NUMBER;
  }

  /** How late a node's reaction of that number is. */
  long micros(int node, int number) {
    long hash = SeededRandom.mix(SeededRandom.mix(seed + node) + number);
    return (long) (SeededRandom.fraction(hash) * MOST_MICROS);
  }

  /** How late somebody reacts to what the lowest ten bits of a draw stand for. */
  static long micros(long draw) {
    return ((draw & 1023) * MOST_MICROS) >> 10;
  }

  /** The delay of a node's next reaction. */
  long nextMicros(int node) {
    return micros(node, next(node));
  }
}
