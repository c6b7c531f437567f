package org.hearsay.report.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the page's table: a run, or the mean of runs that differ in nothing but their seed.
 *
 * @param label what to call it among the others
 * @param options all of the strategy's options
 * @param block the runs it is to be compared with: those under the same conditions
 * @param world where it ran
 * @param seeds of its runs
 * @param command makes it again, or the first of its runs; absent where nobody knows how
 * @param nodeCount how many nodes it had; absent if it does not say
 * @param values each metric that is known of all its runs
 * @param spread half of each one's confidence interval, where there are several runs
 * @param verdicts what Maelstrom and the strict judge say
 * @param sound whether it lost nothing
 * @param bound whether nobody could use it: it is there to hold others against
 * @param best whether no other sound row of its block is cheaper or faster, and none the worse
 * @param beatenBy one that is cheaper or faster, and none the worse
 * @param overFloor its messages over the least for its slowest delivery
 * @param latency pairs of milliseconds and the share of deliveries that took at most so long
 * @param load messages at each node, the busiest first
 */
record Row(
    String label,
    String options,
    String block,
    String world,
    String seeds,
    @Nullable String command,
    @Nullable Integer nodeCount,
    Map<String, BigDecimal> values,
    Map<String, Double> spread,
    Verdicts verdicts,
    boolean sound,
    boolean bound,
    boolean best,
    @Nullable String beatenBy,
    @Nullable Double overFloor,
    List<double[]> latency,
    List<Double> load) {

  /** What the judges say. */
  record Verdicts(String maelstrom, String strict) {}

  /** The same, placed among others. */
  Row placed(boolean isBest, @Nullable String beater) {
    return new Row(
        label, options, block, world, seeds, command, nodeCount, values, spread, verdicts, sound,
        bound, isBest, beater, overFloor, latency, load);
  }
}
