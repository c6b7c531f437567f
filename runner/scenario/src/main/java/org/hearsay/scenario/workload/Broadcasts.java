package org.hearsay.scenario.workload;

import java.util.List;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.time.Schedule;
import org.hearsay.scenario.workload.Operation.Kind;

/** Broadcasts alone, each at its node and time; see {@link PlannedBroadcast}. */
public final class Broadcasts {
  private final Schedule schedule;
  private final Cluster cluster;
  private final History history;
  private final List<PlannedBroadcast> plan;
  private long startMicros;
  private int begun;
  private int unanswered;

  /** A workload that has not begun. */
  public Broadcasts(Schedule schedule, Cluster cluster, History history, Settings settings) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.history = history;
    this.plan = PlannedBroadcast.of(settings);
  }

  /** Begins. */
  public void begin() {
    startMicros = schedule.nowMicros();
    goOn();
  }

  /** Does what is due, and comes back when the next broadcast is. */
  private void goOn() {
    while (begun < plan.size()) {
      long dueMicros = startMicros + plan.get(begun).micros();
      if (dueMicros > schedule.nowMicros()) {
        schedule.at(dueMicros, this::goOn);
        return;
      }
      broadcast(plan.get(begun).node(), begun++);
    }
  }

  private void broadcast(int node, int value) {
    Operation operation = history.invoke(Kind.BROADCAST, node, value, schedule.nowMicros());
    unanswered++;
    cluster.broadcast(
        node,
        value,
        (ending, values) -> {
          history.end(operation, ending, schedule.nowMicros(), null);
          unanswered--;
        });
  }

  /** Whether every broadcast has begun and been acknowledged. */
  public boolean isOver() {
    return begun == plan.size() && unanswered == 0;
  }
}
