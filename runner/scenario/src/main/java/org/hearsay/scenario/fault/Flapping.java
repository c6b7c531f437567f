package org.hearsay.scenario.fault;

import org.hearsay.scenario.time.Schedule;

/** A link that comes and goes. */
final class Flapping implements Effect {
  private final Schedule schedule;
  private final Breakable cluster;
  private final Fault.Flap fault;
  private final Cut cut;
  private boolean over;
  private boolean down;

  Flapping(Schedule schedule, Breakable cluster, Fault.Flap fault) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.fault = fault;
    this.cut = cut(fault);
  }

  private static Cut cut(Fault.Flap fault) {
    int first = fault.first();
    int second = fault.second();
    return new Cut() {
      @Override
      public boolean cuts(int from, int to) {
        return (from == first && to == second) || (from == second && to == first);
      }

      @Override
      public String toString() {
        return "flap n" + first + " n" + second;
      }
    };
  }

  @Override
  public void begin() {
    turn();
  }

  private void turn() {
    if (!over) {
      down = !down;
      if (down) {
        cluster.cut(cut);
      } else {
        cluster.heal(cut);
      }
      schedule.at(schedule.nowMicros() + fault.periodMicros() / 2, this::turn);
    }
  }

  @Override
  public void end() {
    over = true;
    if (down) {
      cluster.heal(cut);
    }
  }
}
