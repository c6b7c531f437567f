package org.hearsay.simulation.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hearsay.node.runtime.SeededRandom;
import org.hearsay.simulation.workload.Operation.Ending;
import org.hearsay.simulation.workload.Operation.Kind;
import org.junit.jupiter.api.Test;

/** Guards against clients that do not do what Maelstrom's do. */
final class BroadcastWorkloadTest {
  private static final long SECOND = 1_000_000;

  /** A cluster of one thought: everybody knows everything at once, after a fixed delay. */
  private static final class InstantCluster implements Cluster {
    private record Event(long micros, long order, Runnable action) {}

    private final PriorityQueue<Event> events =
        new PriorityQueue<>(
            Comparator.comparingLong(Event::micros).thenComparingLong(Event::order));
    private final List<Integer> values = new ArrayList<>();
    private final long replyMicros;
    private final boolean mute;
    private long now;
    private long orders;

    InstantCluster(long replyMicros, boolean mute) {
      this.replyMicros = replyMicros;
      this.mute = mute;
    }

    void runToTheEnd() {
      for (Event next = events.poll(); next != null; next = events.poll()) {
        now = next.micros;
        next.action.run();
      }
    }

    @Override
    public int size() {
      return 5;
    }

    @Override
    public long nowMicros() {
      return now;
    }

    @Override
    public void at(long micros, Runnable action) {
      events.add(new Event(micros, orders++, action));
    }

    @Override
    public void broadcast(int node, int value, Runnable onReply) {
      values.add(value);
      if (!mute) {
        at(now + replyMicros, onReply);
      }
    }

    @Override
    public void read(int node, Consumer<int[]> onReply) {
      if (!mute) {
        at(
            now + replyMicros,
            () -> onReply.accept(values.stream().mapToInt(Integer::intValue).toArray()));
      }
    }
  }

  private final History history = new History();
  private final List<String> phases = new ArrayList<>();
  private long limitMicros;
  private long endMicros;

  private void run(InstantCluster cluster, double rate) {
    new BroadcastWorkload(
            cluster,
            history,
            new SeededRandom(1, 1),
            new BroadcastWorkload.Plan(rate, 20 * SECOND, 10 * SECOND),
            () -> {
              phases.add("limit");
              limitMicros = cluster.nowMicros();
            },
            () -> {
              phases.add("end");
              endMicros = cluster.nowMicros();
            })
        .begin();
    cluster.runToTheEnd();
  }

  private long count(Kind kind) {
    return history.operations().stream().filter(op -> op.kind() == kind).count();
  }

  @Test
  void theRateIsHeldAndHalfOfTheOperationsAreBroadcasts() {
    run(new InstantCluster(1_000, false), 100);
    assertEquals(2_000, history.operations().size(), 100);
    assertEquals(0.5, count(Kind.BROADCAST) / (double) history.operations().size(), 0.05);
  }

  @Test
  void valuesAreConsecutiveFromZero() {
    run(new InstantCluster(1_000, false), 100);
    List<Operation> broadcasts = history.broadcasts();
    for (int value = 0; value < broadcasts.size(); value++) {
      assertEquals(value, broadcasts.get(value).value());
    }
  }

  @Test
  void everyNodeIsReadOnceMoreTenSecondsAfterTheLimit() {
    run(new InstantCluster(1_000, false), 100);
    assertEquals(List.of("limit", "end"), phases);
    List<Operation> finals =
        history.operations().stream().filter(op -> op.kind() == Kind.FINAL_READ).toList();
    assertEquals(List.of(0, 1, 2, 3, 4), finals.stream().map(Operation::node).sorted().toList());
    assertTrue(finals.stream().allMatch(read -> read.invokedMicros() == limitMicros + 10 * SECOND));
    assertEquals(limitMicros + 10 * SECOND + 1_000, endMicros);
  }

  @Test
  void aClientThatWaitsDoesNothingElse() {
    run(new InstantCluster(SECOND, false), 100);
    // Five clients, a second each, twenty seconds and what was under way at the limit.
    assertEquals(105, history.operations().size() - 5, 5);
  }

  @Test
  void withoutAReplyAnOperationEndsAfterFiveSecondsWithItsFateUnknown() {
    run(new InstantCluster(0, true), 1);
    assertTrue(
        history.operations().stream()
            .allMatch(
                op ->
                    op.ending() == Ending.UNKNOWN
                        && op.endedMicros() == op.invokedMicros() + 5 * SECOND));
    assertEquals(List.of("limit", "end"), phases);
  }

  @Test
  void slowRepliesChangeNothingAboutWhatIsAskedOfWhom() {
    run(new InstantCluster(1_000, false), 20);
    List<String> quick = asked();
    BroadcastWorkloadTest slow = new BroadcastWorkloadTest();
    slow.run(new InstantCluster(20_000, false), 20);
    List<String> same = slow.asked();
    long different = IntStream.range(0, 300).filter(i -> !quick.get(i).equals(same.get(i))).count();
    // Only what would have gone to a client that still waits goes to the next one instead.
    assertTrue(different < 60, different + " of 300 differ");
  }

  private List<String> asked() {
    return history.operations().stream()
        .map(op -> op.invokedMicros() + " " + op.kind() + " n" + op.node())
        .toList();
  }

  @Test
  void aLateReplyIsNotCounted() {
    run(new InstantCluster(6 * SECOND, false), 1);
    assertTrue(history.operations().stream().allMatch(op -> op.ending() == Ending.UNKNOWN));
  }
}
