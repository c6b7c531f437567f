package org.hearsay.scenario.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards against links that go one way, nodes cut off, and shapes other than Maelstrom's. */
final class TopologyTest {

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OUT8")
  void everyOtherTopologyIsSymmetricConnectedAndWithoutLoops(Topology topology) {
    for (int count : new int[] {1, 2, 3, 5, 25, 30}) {
      List<int[]> neighbors = topology.graph(count, 1).rows();
      assertEquals(count, neighbors.size());
      for (int node = 0; node < count; node++) {
        for (int peer : neighbors.get(node)) {
          assertTrue(peer != node);
          int self = node;
          assertTrue(Arrays.stream(neighbors.get(peer)).anyMatch(n -> n == self));
        }
      }
      assertEquals(count, reachable(neighbors), topology + " of " + count);
    }
  }

  @Test
  void aGridOfTwentyFiveHasFortyLinks() {
    List<int[]> grid = Topology.GRID.graph(25, 1).rows();
    assertEquals(40, links(grid));
    assertArrayEquals(new int[] {1, 5}, grid.get(0));
    assertArrayEquals(new int[] {7, 11, 13, 17}, grid.get(12));
  }

  @Test
  void treesAreFilledBreadthFirst() {
    List<int[]> tree = Topology.TREE4.graph(25, 1).rows();
    assertEquals(24, links(tree));
    assertArrayEquals(new int[] {1, 2, 3, 4}, tree.get(0));
    assertArrayEquals(new int[] {0, 5, 6, 7, 8}, tree.get(1));
    assertEquals(Topology.TREE.graph(9, 1).rows().size(), Topology.TREE2.graph(9, 1).rows().size());
  }

  @Test
  void anotherSeedGivesAnotherRandomGraph() {
    List<int[]> one = Topology.RANDOM.graph(50, 1).rows();
    List<int[]> other = Topology.RANDOM.graph(50, 2).rows();
    boolean differs = false;
    for (int node = 0; node < 50; node++) {
      assertArrayEquals(one.get(node), Topology.RANDOM.graph(50, 1).rows().get(node));
      differs |= !Arrays.equals(one.get(node), other.get(node));
    }
    assertTrue(differs);
  }

  @Test
  void outOfEachNodeGoEightArcsToOthers() {
    for (int[] neighbors : Topology.OUT8.graph(100, 1).rows()) {
      assertEquals(8, neighbors.length);
    }
    Topology.OUT8.graph(3, 1).rows().forEach(row -> assertEquals(2, row.length));
    for (int node = 0; node < 100; node++) {
      assertFalse(Topology.OUT8.graph(100, 1).neighbors(node).contains(node));
    }
  }

  private static int links(List<int[]> neighbors) {
    return neighbors.stream().mapToInt(peers -> peers.length).sum() / 2;
  }

  private static int reachable(List<int[]> neighbors) {
    BitSet seen = new BitSet();
    Deque<Integer> next = new ArrayDeque<>(List.of(0));
    while (!next.isEmpty()) {
      int node = next.remove();
      if (!seen.get(node)) {
        seen.set(node);
        for (int peer : neighbors.get(node)) {
          next.add(peer);
        }
      }
    }
    return seen.cardinality();
  }
}
