package org.hearsay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.hearsay.api.Message;
import org.hearsay.chaos.Trial;
import org.hearsay.chaos.draw.TrialDrawing;
import org.hearsay.node.plugin.ConfiguredDetector;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredOverlay;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.ReplayCommand;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Load;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.StrategyFailedException;
import org.hearsay.simulation.Watch;
import org.hearsay.simulation.WorldKind;

/** Runs of an overlay or a failure detector in neutral surroundings. */
final class Testbed {
  private static final int CHAOS_RUNS = 10;

  /** Real runtimes and the codec for each node: more nodes take more than they show. */
  private static final int MOST_NODES_IN_CHAOS = 20;

  /** As long as the laws give nodes to be together again. */
  private static final Duration QUIET_IN_CHAOS = Duration.ofMinutes(5);

  private final ConfiguredStrategy<?, ?> strategy;

  private Testbed(ConfiguredMembership membership) {
    strategy = NeutralStrategy.configured().within(membership);
  }

  /** An overlay whose nodes join through one contact, and are told the truth about deaths. */
  static Testbed of(ConfiguredOverlay<?, ?> overlay) {
    return new Testbed(new ConfiguredMembership(overlay, NeutralDetector.configured(), 1));
  }

  /** A failure detector that watches the links of a topology. */
  static Testbed of(ConfiguredDetector<?, ?> detector) {
    return new Testbed(new ConfiguredMembership(NeutralOverlay.configured(), detector, 0));
  }

  /** A latency for a seed: what all have in common can hide what none should rely on. */
  static Latency latency(int seed) {
    return new Latency.Maelstrom(
        seed % 3 == 0 ? Latency.Distribution.UNIFORM : Latency.Distribution.CONSTANT, 100);
  }

  /** Runs once. */
  Outcome run(WorldKind world, Settings settings, RunObserver... observers) {
    try {
      return run(world, strategy, settings, observers);
    } catch (StrategyFailedException e) {
      throw new AssertionError(e.getMessage() + "\n" + replay(settings), e.getCause());
    }
  }

  private static <M extends Message> Outcome run(
      WorldKind world,
      ConfiguredStrategy<?, M> strategy,
      Settings settings,
      RunObserver... observers) {
    return Simulation.run(world, strategy, settings, Watch.NONE, observers);
  }

  /** What a run came to besides deliveries. */
  static Outcome.Membership membership(Outcome outcome) {
    return Objects.requireNonNull(outcome.membership());
  }

  /** The command that makes a run again. */
  String replay(Settings settings) {
    return ReplayCommand.of(strategy, settings);
  }

  /** Fails unless a run can be made again, and its seed matters. */
  void theSameSeedGivesTheSameRunAndAnotherSeedAnother(Settings settings) {
    long trace = run(WorldKind.FAITHFUL, settings).traceHash();
    assertEquals(
        trace,
        run(WorldKind.FAITHFUL, settings).traceHash(),
        () -> "Twice, with different traces:\n" + replay(settings));
    assertNotEquals(
        trace, run(WorldKind.FAITHFUL, settings.withSeed(settings.seed() + 1)).traceHash());
  }

  /** Fails with the smallest run found if one of some drawn ones breaks a law. */
  void noLawIsBrokenInChaos() {
    TrialDrawing drawing = new TrialDrawing(List.of(strategy), List.of(strategy.membership()));
    Chaos.requireLaws(
        LongStream.iterate(1, seed -> seed + 1)
            .mapToObj(drawing::draw)
            .filter(trial -> trial.settings().cluster().nodeCount() <= MOST_NODES_IN_CHAOS)
            .limit(CHAOS_RUNS)
            .map(Testbed::shortened));
  }

  private static Trial shortened(Trial trial) {
    Load load = trial.settings().load();
    return load.workload() == Load.Workload.MAELSTROM
        ? trial
        : trial.with(
            trial
                .settings()
                .with(
                    new Load(
                        load.workload(),
                        load.ratePerSecond(),
                        load.limit(),
                        QUIET_IN_CHAOS,
                        load.plan())));
  }

  /** Fails if a message is read as another. */
  void everyMessageTypeSurvivesTheCodec() {
    PluginClauses.everyMessageTypeSurvivesTheCodec(strategy);
  }
}
