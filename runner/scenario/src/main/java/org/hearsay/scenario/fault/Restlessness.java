package org.hearsay.scenario.fault;

import java.util.BitSet;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.time.Schedule;

/** Nodes that die and come back, again and again, each in its own time. */
final class Restlessness implements Effect {
  private final Schedule schedule;
  private final Breakable cluster;
  private final Fault.Restless fault;
  private final SeededRandom random;
  private final Casualties casualties;
  private final BitSet away = new BitSet();
  private boolean over;

  Restlessness(
      Schedule schedule,
      Breakable cluster,
      Fault.Restless fault,
      SeededRandom random,
      Casualties casualties) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.fault = fault;
    this.random = random;
    this.casualties = casualties;
  }

  @Override
  public void begin() {
    for (int node : RandomNodes.share(fault.share(), cluster.size(), random)) {
      schedule.at(schedule.nowMicros() + random.nextLong(fault.periodMicros()), () -> turn(node));
    }
  }

  private void turn(int node) {
    if (over) {
      return;
    }
    if (away.get(node)) {
      casualties.bringBack(cluster, node);
    } else {
      casualties.losesState(node);
      cluster.kill(node);
    }
    away.flip(node);
    schedule.at(schedule.nowMicros() + fault.periodMicros() / 2, () -> turn(node));
  }

  @Override
  public void end() {
    over = true;
    away.stream().forEach(node -> casualties.bringBack(cluster, node));
  }
}
