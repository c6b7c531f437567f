package org.hearsay.simulation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.hearsay.scenario.time.Schedule;

/**
 * Nodes that are busy with what they do, and do one thing after the other: what comes meanwhile
 * waits. What a thing leads to happens when the node begins with it.
 */
final class Workers {
  /** How much less it takes to refuse a request. */
  private static final int REFUSAL_SHARE = 10;

  /** Hears how long what happens next to a node has waited. */
  interface Waiters {

    /** So long. */
    void waited(int node, long micros);
  }

  private record Job(long micros, long costMicros, Runnable doing) {}

  private final Schedule schedule;
  private final long workMicros;
  private final Waiters waiters;
  private final List<Queue<Job>> waiting = new ArrayList<>();
  private final long[] freeMicros;
  private final boolean[] awaited;
  private boolean refused;

  /** Nodes that are busy for so long with each thing; with 0 there is nothing to it. */
  Workers(Schedule schedule, long workMicros, int nodeCount, Waiters waiters) {
    this.schedule = schedule;
    this.workMicros = workMicros;
    this.waiters = waiters;
    int size = workMicros == 0 ? 0 : nodeCount;
    for (int node = 0; node < size; node++) {
      waiting.add(new ArrayDeque<>());
    }
    freeMicros = new long[size];
    awaited = new boolean[size];
  }

  /** Whether what is done takes time. */
  boolean areThere() {
    return workMicros > 0;
  }

  /** Lets a node do something that takes so many times the usual. */
  void take(int node, double share, Runnable doing) {
    waiting.get(node).add(new Job(schedule.nowMicros(), (long) (share * workMicros), doing));
    goOn(node);
  }

  /** What is being done is to refuse a request. */
  void refuse() {
    refused = true;
  }

  private void goOn(int node) {
    Queue<Job> jobs = waiting.get(node);
    while (!jobs.isEmpty() && !awaited[node]) {
      if (freeMicros[node] > schedule.nowMicros()) {
        awaited[node] = true;
        schedule.at(
            freeMicros[node],
            () -> {
              awaited[node] = false;
              goOn(node);
            });
      } else {
        begin(node, jobs.remove());
      }
    }
  }

  private void begin(int node, Job job) {
    long now = schedule.nowMicros();
    waiters.waited(node, now - job.micros);
    refused = false;
    job.doing.run();
    freeMicros[node] = now + (refused ? job.costMicros / REFUSAL_SHARE : job.costMicros);
  }
}
