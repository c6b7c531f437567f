package org.hearsay.overlays.kregular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.junit.jupiter.api.Test;

/** Guards against links that only one end knows of, and rings that are not closed. */
final class RingsTest {
  private static final int NODES = 200;

  private static Peers without(int... left) {
    Peers gone = Peers.of(left);
    return Peers.of(IntStream.range(0, NODES).filter(id -> !gone.contains(id)).toArray());
  }

  private static int[] indices(Peers peers) {
    return IntStream.range(0, peers.size()).map(peers::get).toArray();
  }

  @Test
  void eachRingBringsTwoNeighbors() {
    for (int rings = 1; rings <= 4; rings++) {
      int links = 0;
      for (int id = 0; id < NODES; id++) {
        int size = new Rings(rings).choose(id, without(id)).size();
        assertTrue(size >= 2 && size <= 2 * rings, id + " has " + size);
        links += size;
      }
      assertTrue(links > 1.95 * rings * NODES, "few coincide of " + rings + " rings: " + links);
    }
  }

  @Test
  void linksAreMutual() {
    Rings rings = new Rings(2);
    for (int id = 0; id < NODES; id++) {
      for (int neighbor : indices(rings.choose(id, without(id)))) {
        assertTrue(rings.choose(neighbor, without(neighbor)).contains(id), id + " and " + neighbor);
      }
    }
  }

  @Test
  void aNodeIsNotItsOwnNeighbor() {
    for (int id = 0; id < NODES; id++) {
      assertFalse(new Rings(3).choose(id, without(id)).contains(id));
    }
  }

  @Test
  void oneRingPassesAllNodesBeforeItComesBack() {
    Rings ring = new Rings(1);
    Set<Integer> passed = new HashSet<>();
    int previous = -1;
    int place = 0;
    while (passed.add(place)) {
      Peers both = ring.choose(place, without(place));
      assertEquals(2, both.size());
      int next = both.get(0) == previous ? both.get(1) : both.get(0);
      previous = place;
      place = next;
    }
    assertEquals(0, place);
    assertEquals(NODES, passed.size());
  }

  @Test
  void moreRingsAddToTheFirst() {
    for (int id = 0; id < NODES; id++) {
      Peers many = new Rings(3).choose(id, without(id));
      for (int neighbor : indices(new Rings(1).choose(id, without(id)))) {
        assertTrue(many.contains(neighbor));
      }
    }
  }

  @Test
  void ringsHaveOrdersOfTheirOwn() {
    int kept = 0;
    for (int id = 0; id < NODES; id++) {
      kept += new Rings(2).choose(id, without(id)).size() == 2 ? 1 : 0;
    }
    assertTrue(kept < NODES / 20, kept + " have the same neighbors on both rings");
    assertNotEquals(Peers.of(199, 1), new Rings(1).choose(0, without(0)), "not that of numbers");
  }

  @Test
  void theNeighborsOfOneThatIsGoneCloseTheGapAndNobodyElseChanges() {
    Rings ring = new Rings(1);
    Peers ends = ring.choose(7, without(7));
    assertTrue(ring.choose(ends.get(0), without(ends.get(0), 7)).contains(ends.get(1)));
    assertTrue(ring.choose(ends.get(1), without(ends.get(1), 7)).contains(ends.get(0)));
    for (int id : indices(without(7, ends.get(0), ends.get(1)))) {
      assertEquals(ring.choose(id, without(id)), ring.choose(id, without(id, 7)));
    }
  }

  @Test
  void whereThereAreNotMoreNodesThanNeighborsAllAreLinked() {
    Peers four = Peers.of(1, 2, 3, 4);
    assertEquals(four, new Rings(2).choose(0, four));
    assertEquals(Peers.of(), new Rings(2).choose(0, Peers.of()));
    assertTrue(new Rings(2).choose(0, Peers.of(1, 2, 3, 4, 5)).size() < 5);
  }
}
