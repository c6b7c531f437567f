package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Network.Model;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.Conditions.Bursts;
import org.hearsay.scenario.weather.Conditions.Reordering;
import org.hearsay.scenario.weather.GeographicLatency;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.weather.LognormalLatency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards against weather that is asked for and does not reach the nodes. */
final class RoughWeatherTest {
  private static final Conditions CALM = Conditions.of(new Latency.Range(100_000, 100_000), 0);

  private static Outcome run(Model model, UnaryOperator<Conditions> change) {
    Settings settings =
        Settings.challenge(1)
            .with(new Settings.Load(50, Duration.ofSeconds(5), Duration.ofSeconds(5)))
            .with(new Settings.Network(model, change.apply(CALM)));
    return Simulation.run(TestFlood.configured(false), settings);
  }

  private static double lost(Outcome outcome) {
    return outcome.traffic().lost() / (double) outcome.traffic().messages();
  }

  private static double slowestMillis(Outcome outcome) {
    return outcome.spread().latencyMicros().getMaxValue() / 1e3;
  }

  private static double medianMillis(Outcome outcome) {
    return outcome.spread().latencyMicros().getValueAtPercentile(50) / 1e3;
  }

  @ParameterizedTest
  @EnumSource
  void inCalmWeatherNothingIsLostOrDoubledAndEightHopsTakeEightLatencies(Model model) {
    Outcome outcome = run(model, calm -> calm);
    assertEquals(0, outcome.traffic().lost());
    assertEquals(0, outcome.traffic().duplicated());
    assertEquals(804, slowestMillis(outcome), 4);
  }

  @ParameterizedTest
  @EnumSource
  void badSpellsLoseTheirShare(Model model) {
    Outcome outcome = run(model, calm -> calm.with(new Bursts(0.1, 300_000, 1)));
    assertEquals(0.1, lost(outcome), 0.03);
  }

  @ParameterizedTest
  @EnumSource
  void damagedMessagesAreLost(Model model) {
    assertEquals(0.03, lost(run(model, calm -> calm.withDamage(0.03, 0))), 0.01);
    assertEquals(0.03, lost(run(model, calm -> calm.withDamage(0, 0.03))), 0.01);
  }

  @ParameterizedTest
  @EnumSource
  void doubledMessagesArriveTwiceAndAreSentOnce(Model model) {
    Outcome calm = run(model, conditions -> conditions);
    Outcome outcome = run(model, conditions -> conditions.withDuplicate(0.2));
    assertEquals(calm.traffic().messages(), outcome.traffic().messages());
    assertEquals(0.2, outcome.traffic().duplicated() / (double) outcome.traffic().messages(), 0.02);
    assertEquals(
        outcome.traffic().messages() + outcome.traffic().duplicated(),
        outcome.maelstrom().net().servers().received());
    assertTrue(outcome.strict().valid());
  }

  @ParameterizedTest
  @EnumSource
  void messagesThatAreHeldBackComeLater(Model model) {
    Outcome outcome = run(model, calm -> calm.with(new Reordering(1, 50_000)));
    assertEquals(8 * 150, slowestMillis(outcome), 8);
  }

  /** A message is 110 bytes or so: at 1 kB/s three of them leave one after the other. */
  @ParameterizedTest
  @EnumSource
  void whatIsSentFasterThanTheUplinkTakesWaits(Model model) {
    Outcome wide = run(model, calm -> calm.withBytesPerSecond(100_000_000));
    Outcome narrow = run(model, calm -> calm.withBytesPerSecond(20_000));
    assertEquals(804, slowestMillis(wide), 4);
    assertTrue(slowestMillis(narrow) > 840, "slowest " + slowestMillis(narrow));
    assertTrue(narrow.strict().valid());
  }

  @ParameterizedTest
  @EnumSource
  void latenciesVaryAsTheirDistributionDoes(Model model) {
    Outcome same = run(model, calm -> calm.with(new LognormalLatency(100_000, 0)));
    Outcome varied = run(model, calm -> calm.with(new LognormalLatency(100_000, 1)));
    assertEquals(804, slowestMillis(same), 4);
    assertNotEquals(same.deliveryHash(), varied.deliveryHash());
    assertTrue(slowestMillis(varied) > 1_000);
  }

  @ParameterizedTest
  @EnumSource
  void aCrossingOfTheWorldTakesWhatItsKilometersTake(Model model) {
    Outcome outcome = run(model, calm -> calm.with(new GeographicLatency()));
    assertTrue(outcome.strict().valid());
    // Regions are 2 to 130 ms from each other, and most pairs of a grid more than one hop apart.
    assertTrue(medianMillis(outcome) > 50 && slowestMillis(outcome) < 1_300);
  }
}
