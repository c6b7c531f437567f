package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Faults.Nemesis;
import org.hearsay.scenario.Settings.Load.Workload;
import org.hearsay.scenario.Settings.Network.Model;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.GeographicLatency;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.weather.LognormalLatency;
import org.hearsay.scenario.workload.PlannedBroadcast;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.WorldKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against a scale world that goes another way than real runtimes with the real codec. */
final class TwoWorldsTest {
  private static final String ALL_FAULTS =
      "partition:one@1s+500ms,partition:3-groups@1200ms+500ms,cut:n1+n2:n3@0s+2s"
          + ",flap:n4:n5:200ms@0s+4s,crash:n6@1s+1s,crash-keeping:n7@1s+1s,pause:n8@1s+1s"
          + ",slow:n9:2ms@1s+2s,skew:n10:300ms@1s+1s,drift:n11:1.1,drift:n12:0.9@1s+2s"
          + ",churn:1/s:3@0s+4s";

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

  static List<String> strategies() {
    return Installed.names();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void aThousandNodesDeliverTheSameInBothWorlds(String strategy) {
    assertSame(
        strategy,
        Settings.challenge(1)
            .with(new Settings.Shape(1000, Topology.RANDOM))
            .with(
                new Settings.Load(
                    Workload.BROADCASTS, 10, Duration.ofMillis(300), Duration.ofSeconds(2)))
            .with(new Settings.Network(Model.IDEAL, new Latency.Range(10_000, 100_000), 0)));
  }

  static Stream<Arguments> roughRuns() {
    return Installed.names().stream()
        .flatMap(name -> Stream.of(Model.values()).map(model -> Arguments.of(name, model)));
  }

  @ParameterizedTest
  @MethodSource("roughRuns")
  void deliveriesAreTheSameInAllWeathersAndAllFaultsAtOnce(String strategy, Model model) {
    Conditions conditions =
        Conditions.of(new GeographicLatency(), 0.02)
            .with(new Conditions.Bursts(0.02, 300_000, 0.9))
            .withDuplicate(0.05)
            .with(new Conditions.Reordering(0.05, 80_000))
            .withBytesPerSecond(200_000)
            .withDamage(0.01, 0.01);
    Settings settings =
        Settings.challenge(strategy.length())
            .with(new Settings.Shape(20, Topology.RANDOM))
            .with(new Settings.Load(50, Duration.ofSeconds(5), Duration.ofSeconds(5)))
            .with(new Settings.Network(model, conditions))
            .with(FaultText.parse(ALL_FAULTS));
    assertSame(strategy, settings);
  }

  /** Found by chaos: alarms of a node that hears something in its first millisecond after. */
  @Test
  void deliveriesAreTheSameWhenANodeComesBackWithItsStateAndATimerThatIsOverdue() {
    assertSame(
        "full-state:interval=123ms",
        Settings.challenge(1180)
            .with(new Settings.Shape(26, Topology.GRID))
            .with(
                new Settings.Load(
                    Workload.BROADCASTS,
                    1,
                    Duration.ofMillis(1573),
                    Duration.ofSeconds(10),
                    PlannedBroadcast.parse("n7@857142us,n6@1142857us")))
            .with(
                new Settings.Network(
                    Model.IDEAL,
                    Conditions.of(new LognormalLatency(42_000, 0.559), 0.082)
                        .withDamage(0.03, 0.042)))
            .with(FaultText.parse("crash-keeping:n12@1422ms+213ms")));
  }

  private static void assertSame(String strategy, Settings settings) {
    Outcome faithful = Installed.run(WorldKind.FAITHFUL, strategy, settings);
    Outcome scale = Installed.run(WorldKind.SCALE, strategy, settings);
    assertTrue(faithful.spread().deliveries() > 0);
    assertEquals(faithful.deliveryHash(), scale.deliveryHash());
    assertEquals(faithful.traffic().messages(), scale.traffic().messages());
    assertEquals(faithful.traffic().lost(), scale.traffic().lost());
    assertEquals(faithful.traffic().duplicated(), scale.traffic().duplicated());
    assertEquals(faithful.strict(), scale.strict());
  }
}
