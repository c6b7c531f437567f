package org.hearsay.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hearsay.api.Message;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.MaelstromVerdict;
import org.hearsay.scenario.check.Net;
import org.hearsay.scenario.check.StrictChecker;
import org.hearsay.scenario.fault.FaultSchedule;
import org.hearsay.scenario.time.VirtualTime;
import org.hearsay.scenario.workload.BroadcastWorkload;
import org.hearsay.scenario.workload.History;

/** Runs a strategy through Maelstrom's broadcast workload in virtual time. */
public final class Simulation {
  private Simulation() {}

  private static Net net(World<?> world, Traffic traffic) {
    return new Net(
        world.clientMessages(),
        new Net.Group(traffic.messages(), traffic.messages() - traffic.lost()));
  }

  /**
   * Runs once. The same strategy and settings give the same outcome, on every machine.
   *
   * @param observers hear of everything that happens
   * @throws StrategyFailedException if the strategy throws
   */
  public static <M extends Message> Outcome run(
      ConfiguredStrategy<?, M> strategy, Settings settings, RunObserver... observers) {
    VirtualTime events = new VirtualTime();
    Recorder recorder = new Recorder(settings.cluster().nodeCount());
    List<RunObserver> all = new ArrayList<>(List.of(recorder));
    all.addAll(Arrays.asList(observers));
    World<M> world = new World<>(events, strategy, settings, new ObserverList(all));
    FaultSchedule faults = new FaultSchedule(events, world, settings);
    History history = new History();
    boolean[] ended = new boolean[1];
    BroadcastWorkload workload =
        new BroadcastWorkload(events, world, history, settings, faults::end, () -> ended[0] = true);
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
        MaelstromVerdict.of(history, net(world, recorder.traffic()), false),
        StrictChecker.check(history, faults.stateLossMicros()),
        events.nowMicros(),
        recorder.traceHash());
  }
}
