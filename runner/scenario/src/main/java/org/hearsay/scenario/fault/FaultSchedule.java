package org.hearsay.scenario.fault;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.time.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * Breaks and mends a cluster: by turns, as Maelstrom's nemesis does, at gaps uniform in [0,
 * 2·mean); and beside that whatever is planned for a time of its own.
 */
public final class FaultSchedule implements Casualties {
  private static final long STREAM = -2;
  private static final int NOBODY = -1;

  private final Schedule schedule;
  private final Breakable cluster;
  private final Settings.Faults faults;
  private final long limitMicros;
  private final SeededRandom random;
  private final Set<Integer> departed = new TreeSet<>();
  private final Map<Integer, Long> stateLossMicros = new TreeMap<>();
  private final FaultPlan plan;
  private long startMicros;
  private boolean broken;
  private boolean over;
  private int victim = NOBODY;
  private @Nullable Partition partition;

  /** A schedule that breaks nothing any more after the time limit. */
  public FaultSchedule(Schedule schedule, Breakable cluster, Settings settings) {
    this.schedule = schedule;
    this.cluster = cluster;
    this.faults = settings.faults();
    this.limitMicros = TimeUnit.MICROSECONDS.convert(settings.load().limit());
    this.random = new SeededRandom(settings.seed(), STREAM);
    this.plan = new FaultPlan(schedule, cluster, faults.plan(), settings.seed(), this);
  }

  /** Begins: the nemesis' first fault comes at once, and planned times count from now. */
  public void begin() {
    startMicros = schedule.nowMicros();
    plan.begin();
    if (faults.nemesis() != Settings.Faults.Nemesis.NONE) {
      turn();
    }
  }

  private void turn() {
    if (over || schedule.nowMicros() > startMicros + limitMicros) {
      return;
    }
    if (broken) {
      mend();
    } else {
      breakSomething();
    }
    double meanMicros = faults.interval().toNanos() / 1e3;
    schedule.at(schedule.nowMicros() + (long) (random.nextDouble() * 2 * meanMicros), this::turn);
  }

  /** Mends what is broken, for good. */
  public void end() {
    over = true;
    if (broken) {
      mend();
    }
    plan.end();
  }

  /** When each node that lost its state did so last. */
  public Map<Integer, Long> stateLossMicros() {
    return stateLossMicros;
  }

  /**
   * When each node lost what it had acknowledged.
   *
   * @param durable whether nodes keep that on disks: then only who does not come back has lost it
   */
  public Map<Integer, Long> stateLossMicros(boolean durable) {
    Map<Integer, Long> losses = new TreeMap<>(stateLossMicros);
    if (durable) {
      losses.keySet().retainAll(departed);
    }
    return losses;
  }

  /** Who died and does not come back. */
  public Set<Integer> departed() {
    return departed;
  }

  @Override
  public void losesState(int node) {
    stateLossMicros.put(node, schedule.nowMicros());
  }

  @Override
  public void departs(int node) {
    losesState(node);
    departed.add(node);
  }

  @Override
  public boolean isGone(int node) {
    return departed.contains(node);
  }

  private void breakSomething() {
    broken = true;
    switch (faults.nemesis()) {
      case NONE -> {}
      case PARTITION -> {
        partition = Partition.random(cluster.size(), random);
        cluster.cut(partition);
      }
      case KILL -> {
        victim = random.nextInt(cluster.size());
        losesState(victim);
        cluster.kill(victim);
      }
      case PAUSE -> {
        victim = random.nextInt(cluster.size());
        cluster.pause(victim);
      }
    }
  }

  private void mend() {
    broken = false;
    switch (faults.nemesis()) {
      case NONE -> {}
      case PARTITION -> cluster.heal(Objects.requireNonNull(partition));
      case KILL -> bringBack(cluster, victim);
      case PAUSE -> cluster.resume(victim);
    }
  }
}
