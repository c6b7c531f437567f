package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.service.Count;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against nodes with little room that wait for each other until values are lost. */
final class RetentionWorldsTest {
  private static final int SEEDS = Integer.getInteger("hearsay.seeds", 3);

  private static Outcome run(String option, String value, long seed) {
    ConfiguredStrategy<?, ?> strategy =
        TestFlood.configured(false).guaranteeing(GuaranteeWords.parse(Map.of(option, value)));
    Settings settings =
        Settings.challenge(seed)
            .with(new Settings.Shape(9, Topology.GRID))
            .with(new Settings.Load(100, Duration.ofSeconds(10), Duration.ofSeconds(20)))
            .with(new Settings.Faults(Settings.Faults.Nemesis.PARTITION, Duration.ofSeconds(2)));
    return Simulation.run(WorldKind.FAITHFUL, strategy, settings, Watch.NONE);
  }

  @ParameterizedTest
  @CsvSource({"retain-count,10", "retain-count,11", "max-memory,400"})
  void theLeastLimitHoldsWhatAllBeginAtOnce(String option, String value) {
    long collected = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      Outcome outcome = run(option, value, seed);
      assertTrue(outcome.strict().valid(), seed + ": " + outcome.strict());
      Map<Count, Long> counts = outcome.counts().together();
      assertEquals(0, counts.getOrDefault(Count.EXPIRED, 0L), "seed " + seed);
      collected += counts.getOrDefault(Count.COLLECTED, 0L);
    }
    assertTrue(collected > 0);
  }

  /** As nobody may begin what others have no room for. */
  @Test
  void whereThereIsLessNothingBegins() {
    Outcome outcome = run("retain-count", "9", 1);
    assertTrue(outcome.strict().valid());
    assertEquals(0, outcome.counts().together().getOrDefault(Count.COLLECTED, 0L));
    assertTrue(outcome.counts().together().getOrDefault(Count.REFUSED, 0L) > 0);
  }
}
