package org.hearsay.simulation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.retention.RetentionLimits;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;
import org.hearsay.scenario.check.LettingGo;
import org.hearsay.scenario.check.RetentionChecker;
import org.hearsay.scenario.check.RetentionVerdict;
import org.hearsay.scenario.workload.History;
import org.jspecify.annotations.Nullable;

/**
 * Watches what nodes let go, and holds it against the truth: what every other one knows that has
 * been there all the time. Where a failure detector says who is there, that may be wrong, and
 * nothing is held against a node for it.
 */
final class RetentionWatch {
  private final boolean keepsEverything;
  private final boolean believesDetector;
  private final RetentionChecker checker;

  private RetentionWatch(ConfiguredStrategy<?, ?> strategy) {
    RetentionLimits limits = strategy.guarantees().retention();
    keepsEverything = limits.equals(RetentionLimits.NONE);
    believesDetector = !strategy.membership().isNone();
    checker = new RetentionChecker(limits.count(), limits.memoryBytes());
  }

  /** Of nodes that run this. */
  static RetentionWatch of(ConfiguredStrategy<?, ?> strategy) {
    return new RetentionWatch(strategy);
  }

  /** Whether somebody knows a rumor. */
  interface Knowing {
    boolean knows(int node, long rumor);
  }

  /** A node lets a rumor go as known to all. */
  void letGo(
      int node, long rumor, boolean steady, Knowing truth, IntPredicate isSteady, int count) {
    if (believesDetector || !steady) {
      return;
    }
    List<Integer> lacking =
        IntStream.range(0, count)
            .filter(other -> isSteady.test(other) && !truth.knows(other, rumor))
            .boxed()
            .toList();
    checker.letGo(node, "rumor " + RumorTable.sequence(rumor), lacking);
  }

  /** What nodes have let go by now; each is asked once. */
  LettingGo lettingGo(IntPredicate isDown, IntFunction<int[]> goneValues) {
    if (keepsEverything) {
      return LettingGo.NEVER;
    }
    Map<Integer, BitSet> gone = new HashMap<>();
    return (node, value) ->
        gone.computeIfAbsent(node, one -> isDown.test(one) ? new BitSet() : set(goneValues, one))
            .get(value);
  }

  private static BitSet set(IntFunction<int[]> goneValues, int node) {
    BitSet values = new BitSet();
    IntStream.of(goneValues.apply(node)).filter(value -> value >= 0).forEach(values::set);
    return values;
  }

  /** What is wrong; null if nodes keep everything. */
  @Nullable RetentionVerdict verdict(History history, int count, IntFunction<Counters> counters) {
    return keepsEverything
        ? null
        : checker.verdict(
            history,
            count,
            node -> counters.apply(node).most(Count.RETAINED),
            node -> counters.apply(node).most(Count.RETAINED_BYTES));
  }
}
