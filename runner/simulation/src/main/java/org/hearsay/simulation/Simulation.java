package org.hearsay.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.hearsay.api.Message;
import org.hearsay.node.codec.JsonCodec;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.MaelstromVerdict;
import org.hearsay.scenario.check.Net;
import org.hearsay.scenario.check.StrictChecker;
import org.hearsay.scenario.fault.FaultSchedule;
import org.hearsay.scenario.workload.BroadcastWorkload;
import org.hearsay.scenario.workload.History;
import org.hearsay.simulation.nodes.ColumnNodes;
import org.hearsay.simulation.nodes.Nodes;
import org.hearsay.simulation.nodes.RuntimeNodes;

/** Runs a strategy through Maelstrom's broadcast workload in virtual time. */
public final class Simulation {
  private Simulation() {}

  private static Net net(World<?> world, Traffic traffic) {
    return new Net(
        world.clientMessages(),
        new Net.Group(traffic.messages(), traffic.messages() - traffic.lost()));
  }

  /** Runs once in the faithful world. */
  public static <M extends Message> Outcome run(
      ConfiguredStrategy<?, M> strategy, Settings settings, RunObserver... observers) {
    return run(WorldKind.FAITHFUL, strategy, settings, observers);
  }

  /**
   * Runs once. The same strategy and settings give the same outcome, on every machine.
   *
   * @param observers hear of everything that happens
   * @throws StrategyFailedException if the strategy throws
   */
  public static <M extends Message> Outcome run(
      WorldKind kind,
      ConfiguredStrategy<?, M> strategy,
      Settings settings,
      RunObserver... observers) {
    EventLoop loop = new EventLoop();
    Recorder recorder = new Recorder(settings.cluster().nodeCount());
    TraceHash trace = new TraceHash();
    List<RunObserver> all = new ArrayList<>(Arrays.asList(observers));
    if (kind == WorldKind.FAITHFUL) {
      all.add(0, trace);
    }
    World<M> world = world(kind, loop, strategy, settings, recorder, new ObserverList(all));
    FaultSchedule faults = new FaultSchedule(loop, world, settings);
    History history = new History();
    boolean[] ended = new boolean[1];
    BroadcastWorkload workload =
        new BroadcastWorkload(loop, world, history, settings, faults::end, () -> ended[0] = true);
    try {
      world.startAll();
      faults.begin();
      workload.begin();
      while (!ended[0] && world.step()) {}
    } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError e) {
      throw new StrategyFailedException(
          String.format(
              Locale.ROOT,
              "Strategy %s failed after %.6f s of a run with seed %d: %s",
              strategy.spec(),
              loop.nowMicros() / 1e6,
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
        loop.nowMicros(),
        kind == WorldKind.FAITHFUL ? trace.value() : recorder.deliveryHash(),
        recorder.deliveryHash());
  }

  private static <M extends Message> World<M> world(
      WorldKind kind,
      EventLoop loop,
      ConfiguredStrategy<?, M> strategy,
      Settings settings,
      Recorder recorder,
      ObserverList observers) {
    int count = settings.cluster().nodeCount();
    long seed = settings.seed();
    List<int[]> neighbors = settings.cluster().topology().neighbors(count, seed);
    RumorTable rumors = new RumorTable();
    Wire<M> wire =
        switch (kind) {
          case FAITHFUL ->
              new JsonWire<>(
                  new JsonCodec<>(strategy.descriptor(), rumors, NodeNames.numbered(count)));
          case SCALE -> Wire.ofReferences();
        };
    Function<Nodes.Surroundings<M>, Nodes<M>> nodes =
        switch (kind) {
          case FAITHFUL -> around -> new RuntimeNodes<>(strategy, neighbors, seed, rumors, around);
          case SCALE -> around -> new ColumnNodes<>(strategy, neighbors, seed, around);
        };
    return new World<>(loop, settings, wire, nodes, recorder, observers);
  }
}
