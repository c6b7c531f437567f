package org.hearsay.scenario.fault;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.time.Schedule;

/** Nodes that leave and join at random. */
final class Churning implements Effect {
  private static final double MICROS_PER_SECOND = 1e6;

  private final Schedule schedule;
  private final Breakable cluster;
  private final Fault.Churn fault;
  private final SeededRandom random;
  private final Casualties casualties;
  private final List<Integer> here = new ArrayList<>();
  private final List<Integer> away = new ArrayList<>();
  private final int mostAway;
  private boolean over;

  Churning(
      Schedule schedule,
      Breakable cluster,
      Fault.Churn fault,
      SeededRandom random,
      Casualties casualties) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.fault = fault;
    this.random = random;
    this.casualties = casualties;
    this.mostAway = Math.min(fault.mostAway(), cluster.size() - 1);
  }

  @Override
  public void begin() {
    for (int node = 0; node < cluster.size(); node++) {
      here.add(node);
    }
    later(this::leave);
    later(this::join);
  }

  /** At the next moment of a Poisson process. */
  private void later(Runnable event) {
    double gapSeconds = -StrictMath.log1p(-random.nextDouble()) / fault.ratePerSecond();
    schedule.at(
        schedule.nowMicros() + (long) (gapSeconds * MICROS_PER_SECOND),
        () -> {
          if (!over) {
            event.run();
            later(event);
          }
        });
  }

  private void leave() {
    if (away.size() < mostAway) {
      int node = takeAny(here);
      away.add(node);
      casualties.losesState(node);
      cluster.kill(node);
    }
  }

  private void join() {
    if (!away.isEmpty()) {
      int node = takeAny(away);
      here.add(node);
      casualties.bringBack(cluster, node);
    }
  }

  /** Takes a random one out, at the same cost however many there are. */
  private int takeAny(List<Integer> nodes) {
    int index = random.nextInt(nodes.size());
    int last = nodes.remove(nodes.size() - 1);
    return index == nodes.size() ? last : nodes.set(index, last);
  }

  @Override
  public void end() {
    over = true;
    away.forEach(node -> casualties.bringBack(cluster, node));
  }
}
