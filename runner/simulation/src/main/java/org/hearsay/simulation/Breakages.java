package org.hearsay.simulation;

import java.util.List;
import org.hearsay.scenario.fault.Breakable;
import org.hearsay.scenario.fault.Cut;
import org.hearsay.scenario.fault.Cuts;

/** What breaks in a world, and is mended. */
final class Breakages implements Breakable, DetectionTally.Truth {
  private final World world;
  private final Health health;
  private final Cuts cuts = new Cuts();

  Breakages(World world, Health health) {
    this.world = world;
    this.health = health;
  }

  @Override
  public int size() {
    return world.size();
  }

  @Override
  public boolean isHealthy(int node) {
    return health.isHealthy(node);
  }

  @Override
  public boolean isCutOff(int from, int to) {
    Cut all = cuts.all();
    return all != null && all.cuts(from, to);
  }

  @Override
  public boolean isOutdated(int node, int peer) {
    return world.isOutdated(node, peer);
  }

  private void announce(String what) {
    world.observers().fault(world.nowMicros(), what);
  }

  @Override
  public void cut(Cut cut) {
    cuts.add(cut);
    world.cut(cuts.all());
    announce(cut.toString());
  }

  @Override
  public void heal(Cut cut) {
    cuts.remove(cut);
    world.cut(cuts.all());
    announce("heal");
  }

  @Override
  public void kill(int node) {
    if (end(node, "kill n")) {
      world.truth().tellDeaths(List.of(node));
    }
  }

  @Override
  public void kill(List<Integer> nodes) {
    world.truth().tellDeaths(nodes.stream().filter(node -> end(node, "kill n")).toList());
  }

  @Override
  public void leave(int node) {
    if (!health.isDown(node)) {
      world.sayGoodBye(node);
    }
    if (end(node, "leave n")) {
      world.truth().tellDeaths(List.of(node));
    }
  }

  private boolean end(int node, String how) {
    if (!health.kill(node)) {
      return false;
    }
    world.end(node);
    announce(how + node);
    return true;
  }

  @Override
  public void restart(int node) {
    if (health.start(node)) {
      world.comeBack(node);
      announce("restart n" + node);
      world.start(node);
      world.truth().tellBirth(node);
    }
  }

  @Override
  public void crash(int node) {
    if (health.crash(node)) {
      announce("crash n" + node);
      world.disappear(node);
    }
  }

  @Override
  public void recover(int node) {
    if (health.recover(node)) {
      announce("recover n" + node);
      world.reappear(node);
    }
  }

  @Override
  public void pause(int node) {
    announce("pause n" + node);
    health.pause(node);
  }

  @Override
  public void resume(int node) {
    announce("resume n" + node);
    health.resume(node);
  }

  @Override
  public void hang(int node) {
    if (!health.isDown(node)) {
      announce("hang n" + node);
      health.hang(node);
    }
  }

  @Override
  public void unhang(int node) {
    announce("unhang n" + node);
    health.unhang(node);
  }

  @Override
  public void sicken(int node) {
    health.sicken(node);
  }

  @Override
  public void cure(int node) {
    health.cure(node);
  }

  @Override
  public void slow(int node, long extraMicros) {
    announce((extraMicros > 0 ? "slow n" : "quick n") + node);
    health.slow(node, extraMicros);
  }

  @Override
  public void skew(int node, long aheadMicros) {
    announce("skew n" + node);
    world.clocks().skew(node, aheadMicros, world.nowMicros());
    world.wakeups().reset(node);
  }

  @Override
  public void drift(int node, double rate) {
    announce("drift n" + node);
    world.clocks().drift(node, rate, world.nowMicros());
    world.wakeups().reset(node);
  }
}
