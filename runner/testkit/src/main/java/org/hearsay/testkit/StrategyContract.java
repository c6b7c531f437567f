package org.hearsay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hearsay.api.Message;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;
import org.hearsay.chaos.Trial;
import org.hearsay.chaos.draw.TrialDrawing;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.NodeRuntime;
import org.hearsay.scenario.ReplayCommand;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.StrategyFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What every strategy must keep, as a test to extend: name the plug-in, and its strategy is run
 * with its default options over topologies, seeds and faults. A failure's message says which law or
 * promise was broken, and holds the smallest run found in which it is: the command that makes it
 * again, and what happens in it.
 */
public abstract class StrategyContract {
  private static final int CHAOS_SEEDS = 50;

  /** For subclasses. */
  protected StrategyContract() {}

  /** The plug-in under test. */
  protected abstract StrategyModule plugin();

  /** The strategy as it comes. */
  private ConfiguredStrategy<?, ?> strategy() {
    StrategyCatalog catalog = StrategyCatalog.of(plugin());
    return catalog.parse(catalog.all().get(0).name());
  }

  @ParameterizedTest
  @EnumSource
  void aPromisedTraitHoldsOnAllSeedsAndAnyOtherIsBrokenBySome(Trait trait) {
    boolean promised = strategy().descriptor().traits().contains(trait);
    Optional<Outcome> broken =
        Trials.of(trait).map(this::run).filter(outcome -> Trials.broke(trait, outcome)).findFirst();
    if (promised && broken.isPresent()) {
      Settings settings = broken.get().settings();
      fail(trait + " is promised, but broken by\n" + replay(settings) + smallest(settings));
    }
    if (!promised && broken.isEmpty()) {
      fail(trait + " is not promised, yet nothing broke it: promise it in the descriptor");
    }
  }

  @Test
  void noLawIsBrokenInChaos() {
    TrialDrawing drawing = new TrialDrawing(List.of(strategy()));
    Chaos.requireLaws(LongStream.rangeClosed(1, CHAOS_SEEDS).mapToObj(drawing::draw));
  }

  /**
   * What chaos makes of a run that broke a promise, given a longer silence at its end as it wants
   * one to be sure; nothing where no law is broken then.
   */
  private String smallest(Settings settings) {
    return Chaos.smallest(new Trial(strategy(), Trials.withLongSilence(settings)));
  }

  @Test
  void theSameSeedGivesTheSameRunAndAnotherSeedAnother() {
    Settings settings = Trials.fairWeather(Topology.RANDOM, 10, 7).withLoss(0.05);
    long trace = run(settings).traceHash();
    assertEquals(
        trace,
        run(settings).traceHash(),
        () -> "Twice, with different traces:\n" + replay(settings));
    assertNotEquals(trace, run(settings.withSeed(8)).traceHash());
  }

  @Test
  void everyMessageTypeSurvivesTheCodec() {
    PluginClauses.everyMessageTypeSurvivesTheCodec(strategy());
  }

  @Test
  void aNodeUsedAfterItsCallbackThrows() {
    leakANode(strategy());
  }

  private static <M extends Message> void leakANode(ConfiguredStrategy<?, M> strategy) {
    LeakyStrategy<M> leaky = new LeakyStrategy<>(strategy.newStrategy());
    RumorTable rumors = new RumorTable();
    NodeRuntime<M> runtime =
        new NodeRuntime<>(
            new NodeRuntime.Identity(0, 0, new AllOthers(2, 0)),
            leaky,
            rumors,
            new SeededRandom(1, 0),
            () -> 0,
            (peer, envelope) -> {},
            (rumor, from) -> {});
    runtime.start();
    runtime.broadcast(IntNode.valueOf(1));
    assertFalse(leaky.leaked().isEmpty());
    leaky.leaked().forEach(node -> assertThrows(IllegalStateException.class, node::id));
  }

  @Test
  void theDescriptionIsComplete() {
    PluginClauses.theDescriptionIsComplete(strategy());
  }

  @Test
  void everyNodeHasAStrategyOfItsOwnUnlessThereIsNothingToOwn() {
    PluginClauses.everyNodeHasItsOwn(strategy()::newStrategy);
  }

  /** Runs, and checks what must hold whatever the weather. */
  private Outcome run(Settings settings) {
    Outcome outcome;
    try {
      outcome = simulate(strategy(), settings);
    } catch (StrategyFailedException e) {
      throw new AssertionError(
          e.getMessage() + "\n" + replay(settings) + smallest(settings), e.getCause());
    }
    assertEquals(
        List.of(),
        outcome.strict().duplicated(),
        () -> "Twice:\n" + replay(settings) + smallest(settings));
    assertEquals(
        List.of(),
        outcome.strict().invented(),
        () -> "Invented:\n" + replay(settings) + smallest(settings));
    return outcome;
  }

  private static <M extends Message> Outcome simulate(
      ConfiguredStrategy<?, M> strategy, Settings settings) {
    return Simulation.run(strategy, settings);
  }

  private String replay(Settings settings) {
    return ReplayCommand.of(strategy(), settings);
  }
}
