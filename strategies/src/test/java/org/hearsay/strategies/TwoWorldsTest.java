package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Faults.Nemesis;
import org.hearsay.scenario.Settings.Network.Model;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.WorldKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against a scale world that goes another way than real runtimes with the real codec. */
final class TwoWorldsTest {

  static Stream<Arguments> runs() {
    return Installed.names().stream()
        .flatMap(
            name ->
                Stream.of(Model.values())
                    .flatMap(
                        model ->
                            Stream.of(Nemesis.values())
                                .map(nemesis -> Arguments.of(name, model, nemesis))));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void deliveriesAreTheSameInBothWorlds(String strategy, Model model, Nemesis nemesis) {
    Settings settings =
        Settings.challenge(strategy.length())
            .with(new Settings.Shape(20, Topology.RANDOM))
            .with(new Settings.Load(50, Duration.ofSeconds(5), Duration.ofSeconds(5)))
            .with(
                new Settings.Network(
                    model, new Latency.Maelstrom(Latency.Distribution.EXPONENTIAL, 50), 0.05))
            .with(new Settings.Faults(nemesis, Duration.ofSeconds(1)));
    assertSame(strategy, settings);
  }

  private static void assertSame(String strategy, Settings settings) {
    Outcome faithful = Installed.run(WorldKind.FAITHFUL, strategy, settings);
    Outcome scale = Installed.run(WorldKind.SCALE, strategy, settings);
    assertTrue(faithful.spread().deliveries() > 0);
    assertEquals(faithful.deliveryHash(), scale.deliveryHash());
    assertEquals(faithful.traffic().messages(), scale.traffic().messages());
    assertEquals(faithful.strict(), scale.strict());
  }
}
