package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.api.Message;
import org.hearsay.api.plugin.PluginDescriptor;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Load.Workload;
import org.hearsay.scenario.Settings.Network.Model;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.LognormalLatency;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.Watch;
import org.hearsay.simulation.WorldKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Guards against overlays and detectors that fare otherwise in the scale world than in real nodes.
 */
final class MembershipWorldsTest {
  private static final MembershipCatalog CATALOG = MembershipCatalog.ofClassPath();
  private static final int NODES = 14;

  /** What is tried: with which strategy, within what, and what befalls it. */
  private record Trial(
      String strategy, String overlay, String detector, int contacts, String faults) {}

  private static final List<Trial> TRIALS =
      List.of(
          new Trial("flood", "static", "heartbeat", 0, "crash:n3@1s+2s,leave:n5@1s+1s"),
          new Trial("push-pull", "static", "lifeguard", 0, "outage:0.3@1s+3s"),
          new Trial("delta-ack", "full", "swim", 2, "restless:0.3:3s@1s+6s"),
          new Trial("spanning-tree", "full", "oracle", 0, "leave:n2@2s,crash:n4@1s+3s"),
          new Trial("fanout", "full", "phi-accrual", 1, "hang:3:1500ms:200ms@1s+5s"),
          new Trial(
              "full-state", "k-regular", "on-send", 0, "crash-keeping:n6@1s+3s,pause:n7@1s+2s"),
          new Trial("delta-ack", "k-regular", "lifeguard", 3, "churn:1/s:3@1s+5s"),
          new Trial("push-pull", "hyparview", "on-send", 1, "outage:0.5@2s,restless:0.2:2s@1s+5s"),
          new Trial("delta-ack", "hyparview", "swim", 2, "partition:one@1s+3s,leave:n9@1s+2s"),
          new Trial("flood", "latency-aware", "heartbeat", 1, "crash:n2@1s+1s,slow:n4:3ms@1s+4s"),
          new Trial("full-state", "cyclon", "oracle", 1, "restless:0.5:2s@1s+5s"),
          new Trial(
              "push-pull", "cyclon", "phi-accrual", 2, "flap:n1:n2:800ms@1s+5s,leave:n0@2s+1s"),
          new Trial("spanning-tree", "hyparview", "heartbeat", 0, "drift:n3:1.2,skew:n5:2s@2s+2s"));

  static Stream<Arguments> trials() {
    return TRIALS.stream().map(Arguments::of);
  }

  @Test
  void everyOverlayAndEveryDetectorIsTried() {
    assertEquals(
        names(CATALOG.overlays().stream()),
        TRIALS.stream().map(Trial::overlay).collect(Collectors.toCollection(TreeSet::new)));
    assertEquals(
        names(CATALOG.detectors().stream()),
        TRIALS.stream().map(Trial::detector).collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Set<String> names(Stream<? extends PluginDescriptor<?, ?, ?>> plugins) {
    return plugins.map(PluginDescriptor::name).collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("trials")
  void aRunIsTheSameInBothWorlds(Trial trial) {
    Settings settings =
        Settings.challenge(trial.faults().length())
            .with(
                new Settings.Shape(
                    NODES,
                    Topology.RANDOM,
                    new Settings.Formation(Duration.ofMillis(150), Duration.ofSeconds(2))))
            .with(
                new Settings.Load(
                    Workload.BROADCASTS, 4, Duration.ofSeconds(6), Duration.ofSeconds(3)))
            .with(
                new Settings.Network(
                    Model.IDEAL,
                    Conditions.of(new LognormalLatency(30_000, 0.4), 0.02)
                        .withDuplicate(0.02)
                        .withBytesPerSecond(200_000)))
            .with(FaultText.parse(trial.faults()));
    assertSame(trial, settings);
  }

  /** One in four, as they take as long again. */
  static Stream<Arguments> someTrials() {
    return IntStream.range(0, TRIALS.size())
        .filter(i -> i % 4 == 1)
        .mapToObj(i -> Arguments.of(TRIALS.get(i)));
  }

  @ParameterizedTest
  @MethodSource("someTrials")
  void aRunOfMaelstromsWorkloadIsTheSameInBothWorlds(Trial trial) {
    Settings settings =
        Settings.challenge(trial.faults().length())
            .with(new Settings.Shape(NODES, Topology.GRID))
            .with(new Settings.Load(20, Duration.ofSeconds(4), Duration.ofSeconds(2)))
            .with(FaultText.parse(trial.faults()));
    assertSame(trial, settings);
  }

  private static void assertSame(Trial trial, Settings settings) {
    Outcome faithful = run(WorldKind.FAITHFUL, trial, settings);
    Outcome scale = run(WorldKind.SCALE, trial, settings);
    assertTrue(faithful.spread().deliveries() > 0);
    assertEquals(faithful.deliveryHash(), scale.deliveryHash());
    assertEquals(faithful.traffic().messages(), scale.traffic().messages());
    assertEquals(faithful.traffic().lost(), scale.traffic().lost());
    assertEquals(faithful.traffic().control().messages(), scale.traffic().control().messages());
    assertEquals(faithful.traffic().control().withheld(), scale.traffic().control().withheld());
    assertEquals(faithful.strict(), scale.strict());
    assertSame(faithful.membership(), scale.membership());
  }

  private static void assertSame(
      Outcome.@Nullable Membership faithful, Outcome.@Nullable Membership scale) {
    assertNotNull(faithful);
    assertNotNull(scale);
    assertEquals(faithful.knowledge(), scale.knowledge());
    assertEquals(faithful.present(), scale.present());
    assertArrayEquals(faithful.views().rows().toArray(), scale.views().rows().toArray());
    assertEquals(faithful.detection(), scale.detection());
  }

  private static Outcome run(WorldKind world, Trial trial, Settings settings) {
    return run(world, Installed.parse(trial.strategy()), trial, settings);
  }

  private static <M extends Message> Outcome run(
      WorldKind world, ConfiguredStrategy<?, M> strategy, Trial trial, Settings settings) {
    return Simulation.run(
        world,
        strategy.within(CATALOG.parse(trial.overlay(), trial.detector(), trial.contacts())),
        settings,
        Watch.NONE);
  }
}
