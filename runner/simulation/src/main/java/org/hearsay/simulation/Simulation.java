package org.hearsay.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.Message;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.runtime.SeededRandom;
import org.hearsay.simulation.check.MaelstromChecker;
import org.hearsay.simulation.check.StrictChecker;
import org.hearsay.simulation.workload.BroadcastWorkload;
import org.hearsay.simulation.workload.History;

/** Runs a strategy through Maelstrom's broadcast workload in virtual time. */
public final class Simulation {
  private static final long WORKLOAD_STREAM = -1;
  private static final long FAULT_STREAM = -2;

  private Simulation() {}

  /**
   * Runs once. The same strategy and settings give the same outcome, on every machine.
   *
   * @param observers hear of everything that happens
   * @throws StrategyFailedException if the strategy throws
   */
  public static <M extends Message> Outcome run(
      ConfiguredStrategy<?, M> strategy, Settings settings, RunObserver... observers) {
    EventQueue events = new EventQueue();
    Recorder recorder = new Recorder(settings.cluster().nodeCount());
    List<RunObserver> all = new ArrayList<>(List.of(recorder));
    all.addAll(Arrays.asList(observers));
    World<M> world = new World<>(events, strategy, settings, new ObserverList(all));
    FaultSchedule faults =
        new FaultSchedule(
            world,
            settings.faults(),
            plan(settings.load()).limitMicros(),
            new SeededRandom(settings.seed(), FAULT_STREAM));
    History history = new History();
    boolean[] ended = new boolean[1];
    BroadcastWorkload workload =
        new BroadcastWorkload(
            world,
            history,
            new SeededRandom(settings.seed(), WORKLOAD_STREAM),
            plan(settings.load()),
            faults::end,
            () -> ended[0] = true);
    try {
      world.startAll();
      faults.begin();
      workload.begin();
      while (!ended[0] && events.step()) {}
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      throw new StrategyFailedException(
          String.format(
              Locale.ROOT,
              "Strategy %s failed after %.6f s of a run with seed %d: %s",
              strategy.spec(),
              events.nowMicros() / 1e6,
              settings.seed(),
              e),
          e);
    }
    return new Outcome(
        settings,
        strategy.spec(),
        history.operations().size(),
        history.broadcasts().size(),
        recorder.traffic(),
        recorder.spread(),
        MaelstromChecker.check(history),
        StrictChecker.check(history, faults.stateLossMicros()),
        events.nowMicros(),
        recorder.traceHash());
  }

  private static BroadcastWorkload.Plan plan(Settings.Load load) {
    return new BroadcastWorkload.Plan(
        load.ratePerSecond(),
        TimeUnit.MICROSECONDS.convert(load.limit()),
        TimeUnit.MICROSECONDS.convert(load.quiet()));
  }
}
