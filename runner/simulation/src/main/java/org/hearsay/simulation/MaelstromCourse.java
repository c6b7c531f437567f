package org.hearsay.simulation;

import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.StrictChecker;
import org.hearsay.scenario.check.StrictVerdict;
import org.hearsay.scenario.fault.FaultSchedule;
import org.hearsay.scenario.workload.BroadcastWorkload;
import org.hearsay.scenario.workload.History;

/**
 * Maelstrom's broadcast test: broadcasts and reads, faults meanwhile, a final read of everybody.
 */
final class MaelstromCourse implements Course {
  private final History history = new History();
  private final World world;
  private final FaultSchedule faults;
  private final boolean durable;
  private final BroadcastWorkload workload;

  MaelstromCourse(EventLoop loop, World world, Settings settings, boolean durable) {
    this.world = world;
    this.durable = durable;
    faults = new FaultSchedule(loop, world.breakages(), settings);
    workload =
        new BroadcastWorkload(loop, world.clients(), history, settings, faults::end, loop::stop);
  }

  @Override
  public void begin() {
    faults.begin();
    workload.begin();
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public StrictVerdict strict() {
    return StrictChecker.check(
        history, faults.stateLossMicros(durable), faults.departed(), world.survey().lettingGo());
  }
}
