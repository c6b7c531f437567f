package org.hearsay.scenario.check;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.hearsay.scenario.workload.History;
import org.hearsay.scenario.workload.Operation;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.scenario.workload.Operation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The judgement that Maelstrom's leaves out: every acknowledged value is in every node's final
 * read, no read answers a value twice, and none answers a value that nobody has broadcast yet.
 */
public final class StrictChecker {
  private final List<Operation> broadcasts;
  private final Map<Integer, Long> lastStateLossMicros;
  private final BitSet anywhere = new BitSet();
  private final TreeSet<Integer> missing = new TreeSet<>();
  private final TreeSet<Integer> missingAt = new TreeSet<>();
  private final TreeSet<Integer> forgotten = new TreeSet<>();
  private final TreeSet<Integer> duplicated = new TreeSet<>();
  private final TreeSet<Integer> invented = new TreeSet<>();
  private final TreeSet<Integer> unread = new TreeSet<>();
  private final LettingGo lettingGo;
  private long missingPairs;

  private StrictChecker(
      History history, Map<Integer, Long> lastStateLossMicros, LettingGo lettingGo) {
    this.broadcasts = history.broadcasts();
    this.lastStateLossMicros = lastStateLossMicros;
    this.lettingGo = lettingGo;
  }

  /**
   * Judges a run.
   *
   * @param lastStateLossMicros when each node that lost its state did so last
   * @param departed who is not there any more, and need not answer
   */
  public static StrictVerdict check(
      History history, Map<Integer, Long> lastStateLossMicros, Set<Integer> departed) {
    return check(history, lastStateLossMicros, departed, LettingGo.NEVER);
  }

  /**
   * Judges a run of nodes that need not keep everything.
   *
   * @param lettingGo what is not there and not missing
   */
  public static StrictVerdict check(
      History history,
      Map<Integer, Long> lastStateLossMicros,
      Set<Integer> departed,
      LettingGo lettingGo) {
    StrictChecker checker = new StrictChecker(history, lastStateLossMicros, lettingGo);
    history.operations().stream()
        .filter(Operation::isAnsweredRead)
        .forEach(read -> checker.checkRead(read.values(), read.endedIndex()));
    List<Operation> finals =
        history.operations().stream()
            .filter(operation -> operation.kind() == Kind.FINAL_READ)
            .filter(operation -> !departed.contains(operation.node()))
            .toList();
    finals.forEach(read -> checker.addKnown(read.values()));
    for (Operation read : finals) {
      if (read.ending() == Ending.OK) {
        checker.checkComplete(read.node(), read.values());
      } else {
        checker.unread.add(read.node());
      }
    }
    return checker.verdict();
  }

  /**
   * Judges a run without reads by what is in the nodes' logs at its end.
   *
   * @param lastStateLossMicros when each node that lost its state did so last
   * @param nodes who is to have everything
   * @param logs for each node the values in its log, in order; null if the node is down
   * @param lettingGo what is not there and not missing
   */
  public static StrictVerdict census(
      History history,
      Map<Integer, Long> lastStateLossMicros,
      List<Integer> nodes,
      IntFunction<int @Nullable []> logs,
      LettingGo lettingGo) {
    StrictChecker checker = new StrictChecker(history, lastStateLossMicros, lettingGo);
    for (int node : nodes) {
      int[] log = logs.apply(node);
      if (log != null) {
        checker.checkRead(log, Integer.MAX_VALUE);
        checker.addKnown(log);
      }
    }
    for (int node : nodes) {
      int[] log = logs.apply(node);
      if (log == null) {
        checker.unread.add(node);
      } else {
        checker.checkComplete(node, log);
      }
    }
    return checker.verdict();
  }

  private StrictVerdict verdict() {
    return new StrictVerdict(
        List.copyOf(missing),
        missingPairs,
        List.copyOf(missingAt),
        List.copyOf(forgotten),
        List.copyOf(duplicated),
        List.copyOf(invented),
        List.copyOf(unread));
  }

  private void checkRead(int[] values, int endedIndex) {
    BitSet seen = new BitSet();
    for (int value : values) {
      if (value < 0
          || value >= broadcasts.size()
          || broadcasts.get(value).invokedIndex() > endedIndex) {
        invented.add(value);
      } else if (seen.get(value)) {
        duplicated.add(value);
      } else {
        seen.set(value);
      }
    }
  }

  private void addKnown(int[] values) {
    anywhere.or(set(values));
  }

  private void checkComplete(int node, int[] values) {
    BitSet present = set(values);
    for (Operation broadcast : broadcasts) {
      if (broadcast.ending() == Ending.OK
          && !present.get(broadcast.value())
          && !lettingGo.hasLetGo(node, broadcast.value())) {
        if (!anywhere.get(broadcast.value()) && forgottenByItsNode(broadcast)) {
          forgotten.add(broadcast.value());
        } else {
          missing.add(broadcast.value());
          missingAt.add(node);
          missingPairs++;
        }
      }
    }
  }

  private boolean forgottenByItsNode(Operation broadcast) {
    return lastStateLossMicros.getOrDefault(broadcast.node(), -1L) >= broadcast.endedMicros();
  }

  private static BitSet set(int[] values) {
    BitSet set = new BitSet();
    for (int value : values) {
      if (value >= 0) {
        set.set(value);
      }
    }
    return set;
  }
}
