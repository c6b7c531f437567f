package org.hearsay.scenario.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.time.Schedule;
import org.hearsay.scenario.time.VirtualTime;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.scenario.workload.Operation.Kind;
import org.junit.jupiter.api.Test;

/** Guards against clients that do not do what Maelstrom's do. */
final class BroadcastWorkloadTest {
  private static final long SECOND = 1_000_000;

  /** A cluster of one thought: everybody knows everything at once, after a fixed delay. */
  private static final class InstantCluster implements Cluster {
    private final VirtualTime time = new VirtualTime();
    private final List<Integer> values = new ArrayList<>();
    private final long replyMicros;
    private final boolean mute;

    InstantCluster(long replyMicros, boolean mute) {
      this.replyMicros = replyMicros;
      this.mute = mute;
    }

    @Override
    public int size() {
      return 5;
    }

    @Override
    public Request broadcast(int node, int value, Client client) {
      values.add(value);
      return later(() -> client.end(Ending.OK, null));
    }

    @Override
    public Request read(int node, Client client) {
      return later(
          () -> client.end(Ending.OK, values.stream().mapToInt(Integer::intValue).toArray()));
    }

    private Request later(Runnable reply) {
      if (!mute) {
        time.at(time.nowMicros() + replyMicros, reply);
      }
      return () -> {};
    }
  }

  private final History history = new History();
  private final List<String> phases = new ArrayList<>();
  private long limitMicros;
  private long endMicros;

  private void run(InstantCluster cluster, double rate) {
    VirtualTime time = cluster.time;
    new BroadcastWorkload(
            time,
            cluster,
            history,
            Settings.challenge(1)
                .with(new Settings.Load(rate, Duration.ofSeconds(20), Duration.ofSeconds(10))),
            () -> {
              phases.add("limit");
              limitMicros = time.nowMicros();
            },
            () -> {
              phases.add("end");
              endMicros = time.nowMicros();
            })
        .begin();
    while (time.step()) {}
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
  void withoutAReplyAReadFailsAfterFiveSecondsAndTheFateOfABroadcastIsUnknown() {
    run(new InstantCluster(0, true), 1);
    assertTrue(
        history.operations().stream()
            .allMatch(
                op ->
                    op.ending() == withoutReply(op)
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

  /** Genuine Maelstrom with five nodes: 95, 50, 51, 48 and 49 of 293. */
  @Test
  void clientsTakeTurnsAndTheFirstHasTwo() {
    run(new InstantCluster(1_000, false), 20);
    for (int node = 0; node < 5; node++) {
      int client = node;
      long share = history.operations().stream().filter(op -> op.node() == client).count();
      assertEquals(node == 0 ? 2 / 6.0 : 1 / 6.0, share / 405.0, 0.02);
    }
  }

  private List<String> asked() {
    return history.operations().stream()
        .map(op -> op.invokedMicros() + " " + op.kind() + " n" + op.node())
        .toList();
  }

  @Test
  void aLateReplyIsNotCounted() {
    run(new InstantCluster(6 * SECOND, false), 1);
    assertTrue(history.operations().stream().allMatch(op -> op.ending() == withoutReply(op)));
  }

  private static Ending withoutReply(Operation operation) {
    return operation.kind() == Kind.BROADCAST ? Ending.UNKNOWN : Ending.FAILED;
  }

  @Test
  void whatComesLateDoesNotDelayTheRest() {
    InstantCluster cluster = new InstantCluster(1_000, false);
    // A clock that is read late: each step takes a while.
    Schedule late =
        new Schedule() {
          @Override
          public long nowMicros() {
            return cluster.time.nowMicros();
          }

          @Override
          public void at(long micros, Runnable action) {
            cluster.time.at(micros + 4_000, action);
          }
        };
    new BroadcastWorkload(late, cluster, history, Settings.challenge(1), () -> {}, () -> {})
        .begin();
    while (cluster.time.step()) {}
    assertEquals(2_000, history.operations().size(), 50);
  }
}
