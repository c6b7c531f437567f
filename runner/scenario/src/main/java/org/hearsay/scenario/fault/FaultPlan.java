package org.hearsay.scenario.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.time.Schedule;

/** Plays faults over a cluster, each at its time. */
final class FaultPlan {
  private static final long STREAM = -3;

  private final Schedule schedule;
  private final List<Play> plays = new ArrayList<>();
  private boolean over;

  /** One fault on its way through a run. */
  private static final class Play {
    private final Fault fault;
    private final Effect effect;
    private boolean present;

    Play(Fault fault, Effect effect) {
      this.fault = fault;
      this.effect = effect;
    }
  }

  /**
   * A plan that has not begun.
   *
   * @param casualties hears what faults cost
   */
  FaultPlan(
      Schedule schedule, Breakable cluster, List<Fault> faults, long seed, Casualties casualties) {
    this.schedule = schedule;
    // A fault draws the same whatever others there are, but for earlier ones just like it.
    Map<String, Integer> alike = new HashMap<>();
    for (Fault fault : faults) {
      String what = FaultText.what(fault);
      long earlier = alike.merge(what, 1, Integer::sum) - 1L;
      long number = (1L << Integer.SIZE | what.hashCode()) + (earlier << Integer.SIZE);
      SeededRandom random = new SeededRandom(SeededRandom.draw(seed, STREAM, number), STREAM);
      Effects effects = new Effects(schedule, cluster, random, casualties);
      plays.add(new Play(fault, effects.of(fault)));
    }
  }

  /** Begins: a fault's times count from now. */
  void begin() {
    long now = schedule.nowMicros();
    for (Play play : plays) {
      Span span = play.fault.span();
      schedule.at(now + span.startMicros(), () -> begin(play));
      if (span.durationMicros() != Span.FOREVER) {
        schedule.at(now + span.startMicros() + span.durationMicros(), () -> end(play));
      }
    }
  }

  private void begin(Play play) {
    if (!over) {
      play.present = true;
      play.effect.begin();
    }
  }

  private static void end(Play play) {
    if (play.present) {
      play.present = false;
      play.effect.end();
    }
  }

  /**
   * Mends what is broken, for good. Clocks stay as they are, as setting one back breaks it anew,
   * and so do the dead that were not meant to come back.
   */
  void end() {
    over = true;
    for (Play play : plays) {
      if (!(play.fault instanceof Fault.Skew
          || play.fault instanceof Fault.Drift
          || (play.fault instanceof Fault.Outage outage && outage.isForGood()))) {
        end(play);
      }
    }
  }
}
