package org.hearsay.scenario.fault;

import java.util.Arrays;
import java.util.List;
import org.hearsay.node.random.SeededRandom;

/** Nodes drawn at random. */
final class RandomNodes {
  private RandomNodes() {}

  /** So many different ones, at most all, in ascending order. */
  static List<Integer> of(int count, int nodeCount, SeededRandom random) {
    return Arrays.stream(random.permutation(nodeCount)).limit(count).sorted().boxed().toList();
  }

  /** A share of all nodes, to the nearest number. */
  static List<Integer> share(double share, int nodeCount, SeededRandom random) {
    return of((int) Math.round(share * nodeCount), nodeCount, random);
  }
}
