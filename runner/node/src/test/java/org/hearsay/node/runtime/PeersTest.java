package org.hearsay.node.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.node.random.ChiSquare;
import org.hearsay.node.random.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against peers that count themselves, and samples that favor some peers. */
final class PeersTest {

  @ParameterizedTest
  @CsvSource({"0,'1,2,3'", "1,'0,2,3'", "3,'0,1,2'"})
  void allOthersAreAllButOneInOrder(int self, String others) {
    Peers peers = new AllOthers(4, self);
    int[] expected = Arrays.stream(others.split(",", -1)).mapToInt(Integer::parseInt).toArray();
    assertArrayEquals(expected, list(peers));
    for (int node = -1; node <= 4; node++) {
      int asked = node;
      assertEquals(Arrays.stream(expected).anyMatch(peer -> peer == asked), peers.contains(node));
    }
  }

  @Test
  void anOnlyNodeHasNoOthers() {
    assertTrue(new AllOthers(1, 0).isEmpty());
    assertEquals(0, new AllOthers(1, 0).sample(3, new SeededRandom(1, 1)).length);
  }

  @Test
  void numberedPeersAreSortedAndDistinct() {
    Peers peers = Peers.of(9, 2, 9, 4);
    assertArrayEquals(new int[] {2, 4, 9}, list(peers));
    assertTrue(peers.contains(4));
    assertFalse(peers.contains(3));
    assertFalse(peers.isEmpty());
    assertTrue(Peers.of().isEmpty());
  }

  @Test
  void numberedPeersAreEqualWhateverTheOrderTheyWereGivenIn() {
    assertEquals(Peers.of(1, 2), Peers.of(2, 1, 1));
    assertEquals(Peers.of(1, 2).hashCode(), Peers.of(2, 1).hashCode());
    assertFalse(Peers.of(1, 2).equals(Peers.of(1, 3)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3})
  void anIndexOutsideIsRefused(int index) {
    assertThrows(IndexOutOfBoundsException.class, () -> new AllOthers(4, 0).get(index));
    assertThrows(IndexOutOfBoundsException.class, () -> Peers.of(1, 2, 3).get(index));
  }

  @Test
  void aSampleHasDifferentPeersAsManyAsThereAre() {
    Peers peers = Peers.of(1, 3, 5, 7, 9);
    SeededRandom random = new SeededRandom(11, 0);
    for (int draw = 0; draw < 1000; draw++) {
      int count = draw % 7;
      int[] sample = peers.sample(count, random);
      assertEquals(Math.min(count, 5), Arrays.stream(sample).distinct().count());
      assertEquals(Math.min(count, 5), sample.length);
      assertTrue(Arrays.stream(sample).allMatch(peers::contains));
    }
  }

  @ParameterizedTest
  @CsvSource({"1,6", "2,15", "3,20", "5,6"})
  void everySetOfPeersIsEquallyLikely(int count, int sets) {
    Peers peers = new AllOthers(7, 3);
    SeededRandom random = new SeededRandom(2024, count);
    Map<String, Integer> frequencies = new TreeMap<>();
    int draws = 60_000;
    for (int draw = 0; draw < draws; draw++) {
      int[] sample = peers.sample(count, random);
      Arrays.sort(sample);
      frequencies.merge(Arrays.toString(sample), 1, Integer::sum);
    }
    assertEquals(sets, frequencies.size());
    ChiSquare.assertUniform(frequencies.values(), draws);
  }

  private static int[] list(Peers peers) {
    return IntStream.range(0, peers.size()).map(peers::get).toArray();
  }
}
