package org.hearsay.scenario.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.fault.Partition.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards against partitions that cut one way only, or split otherwise than Maelstrom's. */
final class PartitionTest {

  private static Partition partition(Kind kind, int count) {
    return Partition.of(kind, count, new SeededRandom(1, count));
  }

  private static long seenBy(Partition partition, int node, int count) {
    return IntStream.range(0, count).filter(other -> !partition.cuts(other, node)).count();
  }

  @ParameterizedTest
  @EnumSource
  void everyCutIsMutualAndNobodyIsCutFromItself(Kind kind) {
    for (int count : new int[] {1, 2, 5, 25}) {
      Partition partition = partition(kind, count);
      for (int a = 0; a < count; a++) {
        assertFalse(partition.cuts(a, a));
        for (int b = 0; b < count; b++) {
          assertEquals(partition.cuts(a, b), partition.cuts(b, a));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"ONE, 25, 1", "MINORITY_THIRD, 25, 8", "MAJORITY, 25, 12", "MAJORITY, 5, 2"})
  void aSplitHasTwoSidesOfMaelstromsSizes(Kind kind, int count, int smaller) {
    Partition partition = partition(kind, count);
    long[] seen =
        IntStream.range(0, count).mapToLong(node -> seenBy(partition, node, count)).toArray();
    assertEquals(smaller, IntStream.range(0, count).filter(n -> seen[n] == smaller).count());
    assertEquals(
        count - smaller, IntStream.range(0, count).filter(n -> seen[n] == count - smaller).count());
  }

  @ParameterizedTest
  @CsvSource({"3", "4", "5", "25", "26"})
  void inAMajoritiesRingEveryNodeSeesABareMajority(int count) {
    Partition partition = partition(Kind.MAJORITIES_RING, count);
    for (int node = 0; node < count; node++) {
      long seen = seenBy(partition, node, count);
      assertTrue(seen >= count / 2 + 1 && seen <= count / 2 + 2, "sees " + seen + " of " + count);
    }
  }

  @Test
  void allKindsAreDrawn() {
    Set<Kind> drawn = EnumSet.noneOf(Kind.class);
    SeededRandom random = new SeededRandom(1, 1);
    for (int i = 0; i < 50; i++) {
      drawn.add(Partition.random(5, random).kind());
    }
    assertEquals(EnumSet.allOf(Kind.class), drawn);
  }

  @Test
  void aMillionNodesCanBeSplit() {
    Partition halves = partition(Kind.MAJORITY, 1_000_000);
    long unheard = IntStream.range(0, 1_000_000).filter(node -> halves.cuts(0, node)).count();
    assertEquals(500_000, unheard);
  }
}
