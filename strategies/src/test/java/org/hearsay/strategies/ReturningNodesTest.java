package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.LongStream;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Faults.Nemesis;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.WorldKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Guards against nodes that die, come back without their state and are never told what they lack:
 * what a strategy alone cannot see, its surroundings must tell it.
 */
final class ReturningNodesTest {
  private static final int SEEDS = 6;

  private static Settings kills(long seed) {
    return Settings.challenge(seed)
        .with(new Settings.Shape(9, Topology.GRID))
        .with(new Settings.Load(20, Duration.ofSeconds(10), Duration.ofSeconds(60)))
        .with(new Settings.Faults(Nemesis.KILL, Duration.ofSeconds(2)));
  }

  private static boolean losesNothing(ConfiguredStrategy<?, ?> strategy, long seed) {
    return Installed.run(WorldKind.FAITHFUL, strategy, kills(seed)).strict().valid();
  }

  @ParameterizedTest
  @CsvSource({
    "delta-ack, static, lifeguard",
    "delta-ack, hyparview, swim",
    "delta-ack, k-regular, lifeguard",
    "spanning-tree, latency-aware, lifeguard"
  })
  void whoComesBackIsToldAll(String name, String overlay, String detector) {
    ConfiguredStrategy<?, ?> strategy = Installed.parse(name, overlay, detector);
    for (long seed = 1; seed <= SEEDS; seed++) {
      Outcome outcome = Installed.run(WorldKind.FAITHFUL, strategy, kills(seed));
      assertTrue(outcome.strict().valid(), () -> Installed.account(outcome));
    }
  }

  @Test
  void withoutThemDeltaAckDoesNotFindOut() {
    assertTrue(
        LongStream.rangeClosed(1, SEEDS)
            .anyMatch(seed -> !losesNothing(Installed.parse("delta-ack"), seed)));
  }
}
