package org.hearsay.simulation;

import org.hearsay.node.runtime.SeededRandom;

/**
 * How late one node reacts to what happens to it: as a process does, by up to a millisecond, each
 * time by another amount. Without it nodes would tick in step for ever, and copies of a rumor would
 * arrive at the very same moment in always the same order, as they do nowhere else.
 */
final class Slack {
  private static final long MOST_MICROS = 1_000;
  private static final long STREAM = 3;

  private final long seed;
  private long count;

  Slack(long seed, int node) {
    this.seed = SeededRandom.mix(SeededRandom.mix(seed + STREAM) + node);
  }

  /** The delay of the next reaction. */
  long nextMicros() {
    return (long) (SeededRandom.fraction(SeededRandom.mix(seed + count++)) * MOST_MICROS);
  }
}
