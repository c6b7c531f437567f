package org.hearsay.reproduction.memory;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.service.Count;

/**
 * Many rumors through a few real nodes that keep a part of them: how much memory they take on the
 * way, and whether reads answer what is kept.
 */
public final class MemoryRun {
  private static final int STAGES = 10;
  private static final long STEP_MICROS = 1_000;
  private static final long SETTLE_MICROS = 10_000_000;

  /** How far apart in time of two nodes the same rumor may come. */
  private static final long SKEW_MICROS = 500_000;

  /**
   * What is run.
   *
   * @param strategy with its retention
   * @param nodes how many
   * @param rumors how many are broadcast in all
   * @param rate how many of them a second of virtual time
   */
  public record Plan(ConfiguredStrategy<?, ?> strategy, int nodes, int rumors, int rate) {}

  /**
   * How things were at some moment.
   *
   * @param rumors how many had been accepted
   * @param heapBytes what the nodes took of the heap
   * @param mostRetained the most rumors that any node had ever kept
   * @param leastRead the fewest values that any node's read had
   * @param mostRead the most
   * @param refused how many broadcasts had been refused, and tried again later
   * @param expired how many rumors were let go that somebody lacked
   * @param wrong what of reads was not as it should be
   */
  public record Stage(
      int rumors,
      long heapBytes,
      long mostRetained,
      int leastRead,
      int mostRead,
      long refused,
      long expired,
      List<String> wrong) {}

  private final Plan plan;
  private final LongSupplier heapBytes;
  private final Cluster cluster;
  private final long limit;

  /** So many values have been accepted: the first ones, in their order. */
  private int accepted;

  private long refused;

  private MemoryRun(Plan plan, LongSupplier heapBytes) {
    this.plan = plan;
    this.heapBytes = heapBytes;
    this.cluster = new Cluster(plan.strategy, plan.nodes);
    this.limit = plan.strategy.guarantees().retention().count();
  }

  /**
   * Runs it.
   *
   * @param heapBytes how much of the heap is taken by what is still in use
   * @param stages takes what was found each tenth of the way, and at the end once more
   */
  public static void run(Plan plan, LongSupplier heapBytes, Consumer<Stage> stages) {
    long before = heapBytes.getAsLong();
    // Something else may have gone meanwhile.
    new MemoryRun(plan, () -> Math.max(0, heapBytes.getAsLong() - before)).run(stages);
  }

  private void run(Consumer<Stage> stages) {
    double due = 0;
    for (int stage = 1; stage <= STAGES; stage++) {
      int end = (int) ((long) plan.rumors * stage / STAGES);
      while (accepted < end) {
        due += plan.rate * (STEP_MICROS / 1e6);
        for (; due >= 1 && accepted < end; due--) {
          if (!cluster.broadcast(accepted % plan.nodes, Integer.toString(accepted))) {
            refused++;
            due = 0;
            break;
          }
          accepted++;
        }
        cluster.pass(STEP_MICROS);
      }
      stages.accept(stage());
    }
    cluster.pass(SETTLE_MICROS);
    stages.accept(stage());
  }

  private Stage stage() {
    List<String> wrong = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    int most = 0;
    long mostRetained = 0;
    long expired = 0;
    for (int node = 0; node < cluster.size(); node++) {
      int[] read = cluster.read(node);
      check(node, read, wrong);
      least = Math.min(least, read.length);
      most = Math.max(most, read.length);
      mostRetained = Math.max(mostRetained, cluster.counters(node).most(Count.RETAINED));
      expired += cluster.counters(node).get(Count.EXPIRED);
    }
    return new Stage(
        accepted, heapBytes.getAsLong(), mostRetained, least, most, refused, expired, wrong);
  }

  /**
   * Holds a read against the model: the last that were accepted, each once, but for those on their
   * way, and for the oldest, whose order was not the same everywhere.
   */
  private void check(int node, int[] read, List<String> wrong) {
    int skew = (int) (plan.rate * SKEW_MICROS / 1_000_000);
    BitSet there = new BitSet();
    for (int value : read) {
      if (value < 0 || value >= accepted || there.get(value)) {
        wrong.add("n" + node + " answers " + value + " twice, or before it was broadcast");
        return;
      }
      there.set(value);
    }
    long kept = cluster.counters(node).get(Count.COLLECTED) + read.length;
    if (limit > 0 && read.length > limit) {
      wrong.add("n" + node + " answers " + read.length + " values, the limit is " + limit);
    }
    if (kept > accepted) {
      wrong.add("n" + node + " has kept and let go more than there was: " + kept);
    }
    int newest = there.previousSetBit(accepted);
    int first = accepted - read.length + skew;
    int last = accepted - skew;
    int missing = first < last ? there.nextClearBit(first) : Integer.MAX_VALUE;
    if (missing < last) {
      wrong.add("n" + node + " lacks number " + missing + " of " + accepted);
    }
    if (read.length > 0 && there.nextSetBit(0) < newest - read.length - 2 * skew) {
      wrong.add("n" + node + " has kept number " + there.nextSetBit(0) + " of " + accepted);
    }
  }
}
