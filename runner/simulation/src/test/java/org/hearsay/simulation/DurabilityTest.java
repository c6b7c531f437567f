package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.FaultText;
import org.junit.jupiter.api.Test;

/** Guards against values that were acknowledged and are gone after all. */
final class DurabilityTest {
  private static final int SEEDS = 5 * Integer.getInteger("hearsay.seeds", 3);

  private static ConfiguredStrategy<?, ?> durable() {
    return TestFlood.configured(false)
        .guaranteeing(GuaranteeWords.parse(Map.of(GuaranteeWords.DATA, "")));
  }

  /** Nine nodes, of which one dies, or comes back, every half second. */
  private static Settings settings(long seed) {
    Settings usual = Settings.challenge(seed);
    return usual
        .with(new Settings.Shape(9, Topology.GRID))
        .with(new Settings.Load(50, Duration.ofSeconds(5), Duration.ofSeconds(10)))
        .with(new Settings.Faults(Settings.Faults.Nemesis.KILL, Duration.ofMillis(500)));
  }

  private static Outcome run(ConfiguredStrategy<?, ?> strategy, long seed, DiskKind disks) {
    return Simulation.run(WorldKind.FAITHFUL, strategy, settings(seed), disks, Watch.NONE);
  }

  private static List<Outcome> runs(ConfiguredStrategy<?, ?> strategy, DiskKind disks) {
    return IntStream.rangeClosed(1, SEEDS).mapToObj(seed -> run(strategy, seed, disks)).toList();
  }

  @Test
  void whatWasAcknowledgedIsEverywhereInTheEnd() {
    for (Outcome outcome : runs(durable(), DiskKind.USUAL)) {
      assertTrue(outcome.strict().valid(), outcome.settings().seed() + ": " + outcome.strict());
      assertEquals(List.of(), outcome.strict().forgotten());
    }
  }

  @Test
  void withoutDisksItIsNot() {
    assertTrue(
        runs(TestFlood.configured(false), DiskKind.USUAL).stream()
            .anyMatch(outcome -> !outcome.strict().valid()));
  }

  /** Node 0 is cut off for a while, and dies meanwhile. */
  private static Outcome cutOffAndCrashed(DiskKind disks) {
    Settings settings =
        settings(1)
            .with(new Settings.Shape(2, Topology.LINE))
            .with(Settings.Faults.Nemesis.NONE)
            .with(FaultText.parse("partition:one@1s+3s,crash:n0@2s+500ms"));
    return Simulation.run(WorldKind.FAITHFUL, durable(), settings, disks, Watch.NONE);
  }

  @Test
  void disksThatSayTooSoonThatAllIsSafeAreFoundOut() {
    assertFalse(
        cutOffAndCrashed(new DiskKind(200_000, 500_000, false)).strict().missing().isEmpty());
    assertEquals(
        List.of(), cutOffAndCrashed(new DiskKind(200_000, 500_000, true)).strict().missing());
  }

  @Test
  void whoDiesForGoodMayTakeAlongWhatNobodyElseHas() {
    Settings settings =
        settings(1)
            .with(new Settings.Shape(2, Topology.LINE))
            .with(Settings.Faults.Nemesis.NONE)
            .with(FaultText.parse("partition:one@1s+3s,outage:0.5@2s"));
    Outcome outcome = Simulation.run(durable(), settings);
    assertEquals(List.of(), outcome.strict().missing());
    assertFalse(outcome.strict().forgotten().isEmpty());
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertEquals(
        run(durable(), 3, DiskKind.USUAL).traceHash(),
        run(durable(), 3, DiskKind.USUAL).traceHash());
    assertNotEquals(
        run(durable(), 3, DiskKind.USUAL).traceHash(),
        run(durable(), 3, new DiskKind(1, 1, true)).traceHash());
  }

  @Test
  void nobodyIsShortOfWhatHeHadBeforeHisDeath() {
    for (Outcome outcome : runs(durable(), DiskKind.USUAL)) {
      assertFalse(outcome.spread().reliability() < 0.99, outcome.spread()::toString);
    }
  }
}
