package org.hearsay.scenario.workload;

import java.util.concurrent.TimeUnit;
import org.hearsay.node.runtime.SeededRandom;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.time.Schedule;
import org.hearsay.scenario.workload.Operation.Kind;

/** Broadcasts alone, at equal intervals from the start on, each at a random node. */
public final class Broadcasts {
  private static final long STREAM = -4;

  private final Schedule schedule;
  private final Cluster cluster;
  private final History history;
  private final SeededRandom random;
  private final double gapMicros;
  private final long limitMicros;
  private long startMicros;
  private boolean allBegun;
  private int unanswered;

  /** A workload that has not begun. */
  public Broadcasts(Schedule schedule, Cluster cluster, History history, Settings settings) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.history = history;
    this.random = new SeededRandom(settings.seed(), STREAM);
    this.gapMicros = 1e6 / settings.load().ratePerSecond();
    this.limitMicros = TimeUnit.MICROSECONDS.convert(settings.load().limit());
  }

  /** Begins: the first broadcast comes at once. */
  public void begin() {
    startMicros = schedule.nowMicros();
    next(0);
  }

  private void next(int value) {
    int node = random.nextInt(cluster.size());
    Operation operation = history.invoke(Kind.BROADCAST, node, value, schedule.nowMicros());
    unanswered++;
    cluster.broadcast(
        node,
        value,
        (ending, values) -> {
          history.end(operation, ending, schedule.nowMicros(), null);
          unanswered--;
        });
    long dueMicros = (long) ((value + 1) * gapMicros);
    if (dueMicros < limitMicros) {
      schedule.at(startMicros + dueMicros, () -> next(value + 1));
    } else {
      allBegun = true;
    }
  }

  /** Whether every broadcast has begun and been acknowledged. */
  public boolean isOver() {
    return allBegun && unanswered == 0;
  }
}
