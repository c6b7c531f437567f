package org.hearsay.scenario.check;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hearsay.scenario.workload.History;
import org.hearsay.scenario.workload.Operation;
import org.hearsay.scenario.workload.Operation.Kind;

/** When each node was first seen to have something that it keeps to the end. */
final class KeptSince {
  private KeptSince() {}

  /** For each node whose final read says something, at which of the events of a history. */
  static Map<Integer, Integer> of(History history, Map<Integer, Long> lastStateLossMicros) {
    List<Operation> reads =
        history.operations().stream().filter(Operation::isAnsweredRead).toList();
    Map<Integer, BitSet> kept = new HashMap<>();
    reads.stream()
        .filter(read -> read.kind() == Kind.FINAL_READ)
        .forEach(read -> kept.put(read.node(), set(read.values())));
    Map<Integer, Integer> since = new HashMap<>();
    for (Operation read : reads) {
      if (read.endedMicros() > lastStateLossMicros.getOrDefault(read.node(), -1L)
          && set(read.values()).intersects(kept.getOrDefault(read.node(), new BitSet()))) {
        since.merge(read.node(), read.endedIndex(), Math::min);
      }
    }
    return since;
  }

  private static BitSet set(int[] values) {
    BitSet set = new BitSet();
    IntStream.of(values).filter(value -> value >= 0).forEach(set::set);
    return set;
  }
}
