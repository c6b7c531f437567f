package org.hearsay.scenario.workload;

import java.util.concurrent.TimeUnit;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.time.Schedule;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.scenario.workload.Operation.Kind;
import org.jspecify.annotations.Nullable;

/** The end of a run: a quiet phase, and then a read of every node at once. */
public final class FinalReads {
  private final Schedule schedule;
  private final Cluster cluster;
  private final History history;
  private final long quietMicros;
  private final Runnable onEnd;
  private int unanswered;

  /**
   * Reads that have not begun.
   *
   * @param onEnd runs when every read has ended
   */
  public FinalReads(
      Schedule schedule, Cluster cluster, History history, Settings settings, Runnable onEnd) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.history = history;
    this.quietMicros = TimeUnit.MICROSECONDS.convert(settings.load().quiet());
    this.onEnd = onEnd;
  }

  /** Begins with the quiet. */
  public void begin() {
    schedule.at(schedule.nowMicros() + quietMicros, this::readAll);
  }

  private void readAll() {
    unanswered = cluster.size();
    for (int node = 0; node < cluster.size(); node++) {
      read(node);
    }
  }

  private void read(int node) {
    Operation operation = history.invoke(Kind.FINAL_READ, node, -1, schedule.nowMicros());
    Cluster.Request request =
        cluster.read(node, (ending, values) -> end(operation, ending, values));
    schedule.at(
        operation.invokedMicros() + BroadcastWorkload.TIMEOUT_MICROS,
        () -> giveUp(operation, request));
  }

  private void giveUp(Operation operation, Cluster.Request request) {
    if (operation.ending() == Ending.NONE) {
      request.giveUp();
      end(operation, Ending.FAILED, null);
    }
  }

  private void end(Operation operation, Ending ending, int @Nullable [] values) {
    if (operation.ending() == Ending.NONE) {
      history.end(operation, ending, schedule.nowMicros(), values);
      unanswered--;
      if (unanswered == 0) {
        onEnd.run();
      }
    }
  }
}
