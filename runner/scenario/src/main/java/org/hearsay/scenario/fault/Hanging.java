package org.hearsay.scenario.fault;

import java.util.List;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.time.Schedule;

/** Nodes that do not get to the network for some time, again and again, all at the same times. */
final class Hanging implements Effect {
  private final Schedule schedule;
  private final Breakable cluster;
  private final Fault.Hang fault;
  private final List<Integer> nodes;
  private boolean hung;
  private boolean over;

  Hanging(Schedule schedule, Breakable cluster, Fault.Hang fault, SeededRandom random) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.fault = fault;
    this.nodes = RandomNodes.of(fault.count(), cluster.size(), random);
  }

  @Override
  public void begin() {
    nodes.forEach(cluster::sicken);
    turn();
  }

  private void turn() {
    if (!over) {
      hung = !hung;
      nodes.forEach(hung ? cluster::hang : cluster::unhang);
      schedule.at(
          schedule.nowMicros() + (hung ? fault.hungMicros() : fault.freeMicros()), this::turn);
    }
  }

  @Override
  public void end() {
    over = true;
    if (hung) {
      nodes.forEach(cluster::unhang);
    }
    nodes.forEach(cluster::cure);
  }
}
