package org.hearsay.detectors.swim;

import java.util.random.RandomGenerator;

/**
 * The order in which members are probed: each once a round, in another order each round (section
 * 4.3 of the paper), so that none waits longer than two rounds.
 *
 * <p>An order is {@code a i + b} modulo the number of members, with a random b and a random a that
 * has no divisor in common with it: it takes no memory, where a shuffled list would take some for
 * each member at each node.
 */
final class ProbeOrder {
  private int size;
  private int next;
  private long factor;
  private long offset;

  /** The index of the next of so many members. */
  int next(int members, RandomGenerator random) {
    if (members != size || next == size) {
      size = members;
      next = 0;
      offset = random.nextInt(members);
      do {
        factor = 1L + random.nextInt(members);
      } while (greatestCommonDivisor(factor, members) > 1);
    }
    return (int) ((factor * next++ + offset) % size);
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }
}
