package org.hearsay.scenario.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Load.Workload;
import org.hearsay.scenario.time.Schedule;
import org.hearsay.scenario.time.VirtualTime;
import org.hearsay.scenario.workload.Operation.Ending;
import org.junit.jupiter.api.Test;

/** Guards against clients that wait for answers, and against lag that nobody notices. */
final class BroadcastsTest {
  private static final Settings TEN_A_SECOND =
      Settings.challenge(1)
          .with(
              new Settings.Load(
                  Workload.BROADCASTS, 10, Duration.ofSeconds(3), Duration.ofSeconds(5)));

  /** Nodes that never answer, and whose clients say when they have given up. */
  private static final class MuteCluster implements Cluster {
    private final List<Integer> givenUp = new ArrayList<>();

    @Override
    public int size() {
      return 25;
    }

    @Override
    public Request broadcast(int node, int value, Client client) {
      return () -> givenUp.add(value);
    }

    @Override
    public Request read(int node, Client client) {
      throw new AssertionError("nobody reads");
    }
  }

  private final VirtualTime time = new VirtualTime();
  private final MuteCluster cluster = new MuteCluster();
  private final History history = new History();

  private Broadcasts run(Schedule schedule) {
    Broadcasts broadcasts = new Broadcasts(schedule, cluster, history, TEN_A_SECOND, () -> {});
    broadcasts.begin();
    while (time.step()) {}
    return broadcasts;
  }

  @Test
  void clientsAskInTimeAndGiveUpThoughNobodyAnswers() {
    Broadcasts broadcasts = run(time);
    assertTrue(broadcasts.isOver());
    assertEquals(0, broadcasts.mostLateMicros());
    List<Operation> asked = history.broadcasts();
    assertEquals(30, asked.size());
    for (int i = 0; i < asked.size(); i++) {
      assertEquals(100_000L * i, asked.get(i).invokedMicros());
      assertEquals(Ending.UNKNOWN, asked.get(i).ending());
      assertEquals(i, cluster.givenUp.get(i));
    }
  }

  @Test
  void aClockThatCannotKeepUpShows() {
    Schedule late =
        new Schedule() {
          @Override
          public long nowMicros() {
            return time.nowMicros();
          }

          @Override
          public void at(long micros, Runnable action) {
            time.at(micros + 250_000, action);
          }
        };
    assertEquals(250_000, run(late).mostLateMicros());
    assertEquals(30, history.broadcasts().size());
  }
}
