package org.hearsay.scenario.check;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hearsay.scenario.workload.History;
import org.hearsay.scenario.workload.Operation;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.scenario.workload.Operation.Kind;

/**
 * The judgement that Maelstrom's leaves out: every acknowledged value is in every node's final
 * read, no read answers a value twice, and none answers a value that nobody has broadcast yet.
 */
public final class StrictChecker {
  private final History history;
  private final Map<Integer, Long> lastStateLossMicros;
  private final TreeSet<Integer> missing = new TreeSet<>();
  private final TreeSet<Integer> missingAt = new TreeSet<>();
  private final TreeSet<Integer> forgotten = new TreeSet<>();
  private final TreeSet<Integer> duplicated = new TreeSet<>();
  private final TreeSet<Integer> invented = new TreeSet<>();
  private final TreeSet<Integer> unread = new TreeSet<>();
  private long missingPairs;

  private StrictChecker(History history, Map<Integer, Long> lastStateLossMicros) {
    this.history = history;
    this.lastStateLossMicros = lastStateLossMicros;
  }

  /**
   * Judges a run.
   *
   * @param lastStateLossMicros when each node that lost its state did so last
   */
  public static StrictVerdict check(History history, Map<Integer, Long> lastStateLossMicros) {
    StrictChecker checker = new StrictChecker(history, lastStateLossMicros);
    List<Operation> broadcasts = history.broadcasts();
    history.operations().stream()
        .filter(Operation::isAnsweredRead)
        .forEach(read -> checker.checkRead(read, broadcasts));
    checker.checkFinalReads(broadcasts);
    return new StrictVerdict(
        List.copyOf(checker.missing),
        checker.missingPairs,
        List.copyOf(checker.missingAt),
        List.copyOf(checker.forgotten),
        List.copyOf(checker.duplicated),
        List.copyOf(checker.invented),
        List.copyOf(checker.unread));
  }

  private void checkRead(Operation read, List<Operation> broadcasts) {
    BitSet seen = new BitSet();
    for (int value : read.values()) {
      if (value < 0
          || value >= broadcasts.size()
          || broadcasts.get(value).invokedIndex() > read.endedIndex()) {
        invented.add(value);
      } else if (seen.get(value)) {
        duplicated.add(value);
      } else {
        seen.set(value);
      }
    }
  }

  private void checkFinalReads(List<Operation> broadcasts) {
    BitSet anywhere = new BitSet();
    List<Operation> finals =
        history.operations().stream()
            .filter(operation -> operation.kind() == Kind.FINAL_READ)
            .toList();
    finals.forEach(read -> anywhere.or(valuesOf(read)));
    for (Operation read : finals) {
      if (read.ending() != Ending.OK) {
        unread.add(read.node());
        continue;
      }
      BitSet present = valuesOf(read);
      for (Operation broadcast : broadcasts) {
        if (broadcast.ending() == Ending.OK && !present.get(broadcast.value())) {
          if (!anywhere.get(broadcast.value()) && forgottenByItsNode(broadcast)) {
            forgotten.add(broadcast.value());
          } else {
            missing.add(broadcast.value());
            missingAt.add(read.node());
            missingPairs++;
          }
        }
      }
    }
  }

  private boolean forgottenByItsNode(Operation broadcast) {
    return lastStateLossMicros.getOrDefault(broadcast.node(), -1L) >= broadcast.endedMicros();
  }

  private static BitSet valuesOf(Operation read) {
    BitSet values = new BitSet();
    for (int value : read.values()) {
      if (value >= 0) {
        values.set(value);
      }
    }
    return values;
  }
}
