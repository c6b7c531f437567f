package org.hearsay.simulation;

import java.util.Map;
import java.util.TreeMap;
import org.hearsay.node.runtime.SeededRandom;
import org.hearsay.simulation.weather.Partition;

/**
 * Breaks and mends a world by turns, as Maelstrom's nemesis does: at gaps uniform in [0, 2·mean).
 */
final class FaultSchedule {
  private static final int NOBODY = -1;

  private final World<?> world;
  private final Settings.Faults faults;
  private final long limitMicros;
  private final SeededRandom random;
  private final Map<Integer, Long> stateLossMicros = new TreeMap<>();
  private boolean broken;
  private boolean over;
  private int dead = NOBODY;

  /** A schedule that breaks nothing any more after {@code limitMicros}. */
  FaultSchedule(World<?> world, Settings.Faults faults, long limitMicros, SeededRandom random) {
    this.world = world;
    this.faults = faults;
    this.limitMicros = limitMicros;
    this.random = random;
  }

  void begin() {
    if (faults.nemesis() != Settings.Faults.Nemesis.NONE) {
      turn();
    }
  }

  private void turn() {
    if (over || world.nowMicros() > limitMicros) {
      return;
    }
    if (broken) {
      mend();
    } else {
      breakSomething();
    }
    double meanMicros = faults.interval().toNanos() / 1e3;
    world.at(world.nowMicros() + (long) (random.nextDouble() * 2 * meanMicros), this::turn);
  }

  /** Mends what is broken, for good. */
  void end() {
    over = true;
    if (broken) {
      mend();
    }
  }

  /** When each node that lost its state did so last. */
  Map<Integer, Long> stateLossMicros() {
    return stateLossMicros;
  }

  private void breakSomething() {
    broken = true;
    switch (faults.nemesis()) {
      case NONE -> {}
      case PARTITION -> world.partition(Partition.random(world.size(), random));
      case KILL -> {
        dead = random.nextInt(world.size());
        stateLossMicros.put(dead, world.nowMicros());
        world.kill(dead);
      }
    }
  }

  private void mend() {
    broken = false;
    switch (faults.nemesis()) {
      case NONE -> {}
      case PARTITION -> world.partition(null);
      case KILL -> world.restart(dead);
    }
  }
}
