package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Faults.Nemesis;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards against repairs that work alone and not together: messages lost at random while partitions
 * come and go, on topologies with no other way round, every other way round and some.
 */
final class StormTest {
  private static final int SEEDS = 50;
  private static final List<Topology> TOPOLOGIES =
      List.of(Topology.LINE, Topology.TOTAL, Topology.RANDOM);

  private static Settings storm(int seed) {
    return Settings.challenge(seed)
        .with(new Settings.Shape(5, TOPOLOGIES.get(seed % TOPOLOGIES.size())))
        .with(new Settings.Load(20, Duration.ofSeconds(3), Duration.ofSeconds(10)))
        .withLoss(0.05)
        .with(new Settings.Faults(Nemesis.PARTITION, Duration.ofSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"full-state", "delta-ack", "push-pull", "spanning-tree", "deadline-tree"})
  void whoToleratesLossAndPartitionsToleratesThemTogether(String strategy) {
    for (int seed = 101; seed <= 100 + SEEDS; seed++) {
      Outcome outcome = Installed.run(strategy, storm(seed));
      assertTrue(outcome.strict().valid(), () -> Installed.account(outcome));
    }
  }
}
