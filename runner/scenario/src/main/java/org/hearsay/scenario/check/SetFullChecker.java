package org.hearsay.scenario.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.hearsay.scenario.workload.History;
import org.hearsay.scenario.workload.Operation;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.scenario.workload.Operation.Kind;

/**
 * Maelstrom's judgement of the broadcast workload: Jepsen's {@code set-full} checker, not
 * linearizable, with a broadcast as an add.
 *
 * <p>It looks at each value through the latest-invoked reads alone, so it finds nothing wrong with
 * a value that one node never shows, with values answered twice or with values nobody broadcast:
 * for that see {@link StrictChecker}.
 */
public final class SetFullChecker {
  private static final int NEVER = -1;
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** What is known of one value. */
  private static final class Element {
    private int knownIndex = NEVER;
    private long knownMicros;
    private int lastPresentIndex = NEVER;
    private int lastAbsentIndex = NEVER;
    private long lastAbsentMicros;

    void know(Operation ended) {
      if (knownIndex == NEVER) {
        knownIndex = ended.endedIndex();
        knownMicros = ended.endedMicros();
      }
    }

    void see(Operation read, boolean present) {
      if (present) {
        know(read);
        lastPresentIndex = Math.max(lastPresentIndex, read.invokedIndex());
      } else if (read.invokedIndex() > lastAbsentIndex) {
        lastAbsentIndex = read.invokedIndex();
        lastAbsentMicros = read.invokedMicros();
      }
    }

    boolean stable() {
      return lastPresentIndex != NEVER && lastAbsentIndex < lastPresentIndex;
    }

    boolean lost() {
      return knownIndex != NEVER
          && lastAbsentIndex != NEVER
          && lastPresentIndex < lastAbsentIndex
          && knownIndex < lastAbsentIndex;
    }

    long stableLatencyMillis() {
      if (lastAbsentIndex == NEVER) {
        return 0;
      }
      long nanos = (lastAbsentMicros - knownMicros) * NANOS_PER_MICRO + 1;
      return Math.max(0, nanos) / NANOS_PER_MILLI;
    }
  }

  private SetFullChecker() {}

  /** Judges a run. */
  public static SetFull check(History history) {
    List<Element> elements = new ArrayList<>();
    for (History.Event event : history.events()) {
      Operation operation = event.operation();
      if (event.invocation()) {
        if (operation.kind() == Kind.BROADCAST) {
          elements.add(new Element());
        }
      } else if (operation.kind() == Kind.BROADCAST) {
        if (operation.ending() == Ending.OK) {
          elements.get(operation.value()).know(operation);
        }
      } else if (operation.isAnsweredRead()) {
        see(elements, operation);
      }
    }
    return verdict(elements);
  }

  private static void see(List<Element> elements, Operation read) {
    BitSet present = new BitSet();
    for (int value : read.values()) {
      if (value >= 0) {
        present.set(value);
      }
    }
    for (int value = 0; value < elements.size(); value++) {
      elements.get(value).see(read, present.get(value));
    }
  }

  private static SetFull verdict(List<Element> elements) {
    List<Long> latencies = new ArrayList<>();
    int lost = 0;
    int stale = 0;
    for (Element element : elements) {
      if (element.stable()) {
        latencies.add(element.stableLatencyMillis());
        stale += element.stableLatencyMillis() > 0 ? 1 : 0;
      } else if (element.lost()) {
        lost++;
      }
    }
    Collections.sort(latencies);
    return new SetFull(
        elements.size(),
        latencies.size(),
        lost,
        elements.size() - latencies.size() - lost,
        stale,
        Collections.unmodifiableList(latencies));
  }
}
