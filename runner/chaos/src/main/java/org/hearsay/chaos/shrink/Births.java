package org.hearsay.chaos.shrink;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.scenario.workload.PlannedBroadcast;
import org.hearsay.simulation.RunObserver;

/** Notes where and when rumors began, up to some time. */
final class Births implements RunObserver {
  private final long limitMicros;
  private final List<PlannedBroadcast> all = new ArrayList<>();

  Births(long limitMicros) {
    this.limitMicros = limitMicros;
  }

  @Override
  public void delivered(long micros, int node, int from, long rumor) {
    if (node == from && micros <= limitMicros) {
      all.add(new PlannedBroadcast(node, micros));
    }
  }

  List<PlannedBroadcast> all() {
    return List.copyOf(all);
  }
}
