package org.hearsay.simulation;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hearsay.api.plugin.Trait;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.StrictChecker;
import org.hearsay.scenario.check.StrictVerdict;
import org.hearsay.scenario.fault.FaultSchedule;
import org.hearsay.scenario.workload.Broadcasts;
import org.hearsay.scenario.workload.History;

/**
 * Broadcasts alone, judged by what is in the nodes' logs at the end. A strategy that promises to
 * fall silent runs until it has, so that its whole cost counts; any other until every rumor is
 * everywhere.
 */
final class BroadcastsCourse implements Course {
  private final History history = new History();
  private final EventLoop loop;
  private final World world;
  private final Settings settings;
  private final Recorder recorder;
  private final boolean fallsSilent;
  private final boolean durable;
  private final FaultSchedule faults;
  private final Broadcasts workload;
  private boolean faultsAreOver;

  BroadcastsCourse(
      EventLoop loop,
      World world,
      Settings settings,
      ConfiguredStrategy<?, ?> strategy,
      Recorder recorder) {
    this.loop = loop;
    this.world = world;
    this.settings = settings;
    this.recorder = recorder;
    this.fallsSilent = strategy.descriptor().traits().contains(Trait.QUIESCENT);
    this.durable = strategy.guarantees().durable();
    this.faults = new FaultSchedule(loop, world.breakages(), settings);
    this.workload = new Broadcasts(loop, world.clients(), history, settings, this::endIfAllIsDone);
    this.faultsAreOver = settings.faults().breakNothing();
  }

  @Override
  public void begin() {
    recorder.whenEverywhere(this::endIfAllIsDone);
    faults.begin();
    workload.begin();
    long limit = TimeUnit.MICROSECONDS.convert(settings.load().limit());
    long quiet = TimeUnit.MICROSECONDS.convert(settings.load().quiet());
    loop.at(loop.nowMicros() + limit, this::endFaults);
    loop.at(loop.nowMicros() + limit + quiet, loop::stop);
  }

  private void endFaults() {
    faults.end();
    faultsAreOver = true;
    endIfAllIsDone();
  }

  private void endIfAllIsDone() {
    if (!fallsSilent && faultsAreOver && workload.isOver() && recorder.isEverywhere()) {
      loop.stop();
    }
  }

  @Override
  public History history() {
    return history;
  }

  @Override
  public StrictVerdict strict() {
    List<Integer> expected =
        IntStream.range(0, world.size())
            .filter(node -> !faults.departed().contains(node))
            .boxed()
            .toList();
    return StrictChecker.census(
        history,
        faults.stateLossMicros(durable),
        expected,
        world.survey()::values,
        world.survey().lettingGo());
  }
}
