package org.hearsay.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hearsay.api.Message;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.Served;

/** Runs a strategy through a workload in virtual time. */
public final class Simulation {
  private Simulation() {}

  /** Runs once in the faithful world. */
  public static <M extends Message> Outcome run(
      ConfiguredStrategy<?, M> strategy, Settings settings, RunObserver... observers) {
    return run(WorldKind.FAITHFUL, strategy, settings, Watch.NONE, observers);
  }

  /**
   * Runs once. The same strategy and settings give the same outcome, on every machine.
   *
   * @param watch sees how far the run is, and may end it
   * @param observers hear of everything that happens
   * @throws StrategyFailedException if the strategy throws
   */
  public static <M extends Message> Outcome run(
      WorldKind kind,
      ConfiguredStrategy<?, M> strategy,
      Settings settings,
      Watch watch,
      RunObserver... observers) {
    return run(kind, strategy, settings, DiskKind.USUAL, watch, observers);
  }

  /** The same with disks of some kind. */
  static <M extends Message> Outcome run(
      WorldKind kind,
      ConfiguredStrategy<?, M> strategy,
      Settings settings,
      DiskKind disks,
      Watch watch,
      RunObserver... observers) {
    boolean durable = strategy.guarantees().durable();
    EventLoop loop = new EventLoop(settings.cluster().nodeCount());
    Recorder recorder = new Recorder(settings.cluster().nodeCount(), strategy.guarantees());
    TraceHash trace = new TraceHash();
    List<RunObserver> all = new ArrayList<>(Arrays.asList(observers));
    if (kind == WorldKind.FAITHFUL) {
      all.add(0, trace);
    }
    World world =
        WorldBuilder.build(kind, loop, strategy, settings, recorder, new ObserverList(all), disks);
    Course course =
        switch (settings.load().workload()) {
          case MAELSTROM -> new MaelstromCourse(loop, world, settings, durable);
          case BROADCASTS -> new BroadcastsCourse(loop, world, settings, strategy, recorder);
        };
    try {
      world.form(course::begin);
      boolean more;
      do {
        more = world.run();
      } while (watch.goOn(recorder.soFar(loop.nowMicros(), loop.events())) && more);
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      throw new StrategyFailedException(
          String.format(
              Locale.ROOT,
              "Strategy %s failed after %.6f s of a run with seed %d, %s: %s",
              strategy.spec(),
              loop.nowMicros() / 1e6,
              settings.seed(),
              world.current(),
              e),
          e);
    }
    return new Outcome(
        settings,
        strategy.spec(),
        course.history().operations().size(),
        course.history().broadcasts().size(),
        recorder.traffic(),
        recorder.spread(),
        strategy.membership().isNone() ? null : world.survey().membership(),
        course.maelstrom(world.survey().net(recorder.traffic())),
        course.strict(),
        world.survey().retention(course.history()),
        Served.of(course.history()),
        NodeCounts.of(strategy.guarantees().isNone() ? List.of() : world.survey().counters()),
        loop.nowMicros(),
        kind == WorldKind.FAITHFUL ? trace.value() : recorder.deliveryHash(),
        recorder.deliveryHash());
  }
}
