package org.hearsay.node.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.node.flow.FlowLimits;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.guarantee.SmallCluster;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.retention.RetentionLimits;
import org.hearsay.node.service.Count;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Random schedules of a few nodes: whatever is lost, late or begun anew, readers see rumors in
 * order, and in the end all of them.
 */
class OrderUnderChaosTest {
  private static final int SEEDS = 120;
  private static final int BROADCASTS = 25;
  private static final long TURMOIL_MICROS = 4_000_000;

  @ParameterizedTest
  @EnumSource(
      value = Order.class,
      names = {"FIFO", "CAUSAL"})
  void readersSeeRumorsInOrderAndInTheEndAll(Order order) {
    long heldBack = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      heldBack += new Schedule(order, seed).run();
    }
    assertTrue(heldBack > SEEDS, "there must be something to put in order: " + heldBack);
  }

  /** One of them. Values are numbered in the order in which they are broadcast. */
  private static final class Schedule {
    private final Order order;
    private final String what;
    private final SeededRandom random;
    private final SmallCluster cluster;
    private final boolean restarts;

    /** For each value those that go before it. */
    private final Map<Integer, Set<Integer>> before = new HashMap<>();

    /** The values of the present life of each node. */
    private final Map<Integer, List<Integer>> own = new HashMap<>();

    Schedule(Order order, long seed) {
      this.order = order;
      this.what = order + " with seed " + seed;
      random = new SeededRandom(seed, 0);
      int nodes = 2 + random.nextInt(4);
      restarts = random.nextInt(3) == 0;
      cluster =
          new SmallCluster(
              new Guarantees(false, RetentionLimits.NONE, order, FlowLimits.NONE, false),
              true,
              nodes > 2 && random.nextBoolean()
                  ? SmallCluster.line(nodes)
                  : SmallCluster.total(nodes));
      int lost = random.nextInt(4);
      cluster
          .losing(parcel -> cluster.nowMicros() < TURMOIL_MICROS && random.nextInt(10) < lost)
          .taking(parcel -> 1_000 + random.nextInt(400_000));
    }

    long run() {
      for (int value = 0; value < BROADCASTS; value++) {
        int number = value;
        int node = random.nextInt(cluster.size());
        cluster.at(random.nextLong(TURMOIL_MICROS), () -> broadcast(node, number));
      }
      if (restarts) {
        int node = random.nextInt(cluster.size());
        cluster.at(random.nextLong(TURMOIL_MICROS), () -> restart(node));
      }
      cluster.run(TURMOIL_MICROS + 120_000_000);
      long heldBack = 0;
      for (int node = 0; node < cluster.size(); node++) {
        judge(node, cluster.shown(node));
        assertEquals(cluster.shown(node), cluster.readable(node), what);
        assertEquals(
            new HashSet<>(cluster.readable(0)), new HashSet<>(cluster.readable(node)), what);
        if (!restarts) {
          assertEquals(BROADCASTS, cluster.readable(node).size(), what);
          assertEquals(0, cluster.counters(node).get(Count.HELD_BACK), what);
        }
        heldBack += cluster.counters(node).most(Count.HELD_BACK);
      }
      return heldBack;
    }

    private void broadcast(int node, int value) {
      List<Integer> source = own.computeIfAbsent(node, unused -> new ArrayList<>());
      Set<Integer> earlier = new HashSet<>(source);
      if (order == Order.CAUSAL) {
        earlier.addAll(cluster.shown(node));
      }
      before.put(value, earlier);
      source.add(value);
      cluster.broadcast(node, value);
      assertEquals(value, cluster.readable(node).get(cluster.readable(node).size() - 1), what);
    }

    private void restart(int node) {
      judge(node, cluster.shown(node));
      own.remove(node);
      cluster.restart(node);
    }

    private void judge(int node, List<Integer> shown) {
      Set<Integer> seen = new HashSet<>();
      for (int value : shown) {
        assertTrue(
            seen.containsAll(before.getOrDefault(value, Set.of())),
            () -> what + ": n" + node + " shows " + shown + ", " + value + " too early");
        assertTrue(seen.add(value), what);
      }
    }
  }
}
