package org.hearsay.scenario.workload;

import java.util.List;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.time.Schedule;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.scenario.workload.Operation.Kind;

/**
 * Broadcasts alone, each at its node and time; see {@link PlannedBroadcast}. One that is not
 * acknowledged in time may have taken effect or not, as with Maelstrom's clients.
 */
public final class Broadcasts {
  private final Schedule schedule;
  private final Cluster cluster;
  private final History history;
  private final List<PlannedBroadcast> plan;
  private final Runnable onOver;
  private long startMicros;
  private int begun;
  private int unanswered;
  private long mostLateMicros;

  /**
   * A workload that has not begun.
   *
   * @param onOver runs when it is over
   */
  public Broadcasts(
      Schedule schedule, Cluster cluster, History history, Settings settings, Runnable onOver) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.history = history;
    this.plan = PlannedBroadcast.of(settings);
    this.onOver = onOver;
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
      mostLateMicros = Math.max(mostLateMicros, schedule.nowMicros() - dueMicros);
      broadcast(plan.get(begun).node(), begun++);
    }
  }

  private void broadcast(int node, int value) {
    Operation operation = history.invoke(Kind.BROADCAST, node, value, schedule.nowMicros());
    unanswered++;
    Cluster.Request request =
        cluster.broadcast(node, value, (ending, values) -> end(operation, ending));
    schedule.at(
        operation.invokedMicros() + BroadcastWorkload.TIMEOUT_MICROS,
        () -> giveUp(operation, request));
  }

  private void giveUp(Operation operation, Cluster.Request request) {
    if (operation.ending() == Ending.NONE) {
      request.giveUp();
      end(operation, Ending.UNKNOWN);
    }
  }

  private void end(Operation operation, Ending ending) {
    if (operation.ending() == Ending.NONE) {
      history.end(operation, ending, schedule.nowMicros(), null);
      unanswered--;
      if (isOver()) {
        onOver.run();
      }
    }
  }

  /** Whether every broadcast has begun and come to its end. */
  public boolean isOver() {
    return begun == plan.size() && unanswered == 0;
  }

  /** How long after its time a broadcast began at most: on a real clock, how far clients lag. */
  public long mostLateMicros() {
    return mostLateMicros;
  }
}
