package org.hearsay.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hearsay.api.plugin.Trait;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Settings;
import org.hearsay.simulation.Settings.Faults.Nemesis;
import org.hearsay.simulation.cluster.Topology;

/** For each trait the runs that try it, and how a run shows that it was broken. */
final class Trials {
  /** Seeds for the runs with faults. */
  static final int SEEDS = 50;

  private static final List<Topology> TOPOLOGIES =
      List.of(
          Topology.LINE,
          Topology.RING,
          Topology.GRID,
          Topology.TREE,
          Topology.TREE4,
          Topology.TOTAL,
          Topology.RANDOM);
  private static final Duration LONG_SILENCE = Duration.ofSeconds(60);
  private static final long HALF_OF_IT_MICROS = 30_000_000;

  private Trials() {}

  /** A small, busy cluster in fair weather. */
  static Settings fairWeather(Topology topology, int nodeCount, long seed) {
    return Settings.challenge(seed)
        .with(new Settings.Shape(nodeCount, topology))
        .with(new Settings.Load(20, Duration.ofSeconds(3), Duration.ofSeconds(10)));
  }

  /** The runs that try a trait. */
  static Stream<Settings> of(Trait trait) {
    return switch (trait) {
      case DELIVERS_TO_ALL -> everyTopology().stream();
      case TOLERATES_LOSS -> grids().map(settings -> settings.withLoss(0.1));
      case HEALS_PARTITIONS -> grids().map(settings -> withFaults(settings, Nemesis.PARTITION));
      case SURVIVES_RESTART -> grids().map(settings -> withFaults(settings, Nemesis.KILL));
      case QUIESCENT ->
          Stream.of(0.0, 0.1)
              .map(
                  loss ->
                      fairWeather(Topology.GRID, 9, 1)
                          .withLoss(loss)
                          .with(new Settings.Load(20, Duration.ofSeconds(3), LONG_SILENCE)));
    };
  }

  /** Whether a run broke the trait it tried. */
  static boolean broke(Trait trait, Outcome outcome) {
    return trait == Trait.QUIESCENT
        ? outcome.traffic().lastSentMicros() > outcome.endMicros() - HALF_OF_IT_MICROS
        : !outcome.strict().valid();
  }

  private static List<Settings> everyTopology() {
    List<Settings> all = new ArrayList<>();
    for (Topology topology : TOPOLOGIES) {
      for (int nodeCount : new int[] {1, 2, 3, 10}) {
        all.add(fairWeather(topology, nodeCount, nodeCount));
      }
    }
    for (long seed = 1; seed <= 5; seed++) {
      all.add(
          Settings.challenge(seed)
              .with(new Settings.Load(100, Duration.ofSeconds(5), Duration.ofSeconds(10))));
    }
    return all;
  }

  private static Stream<Settings> grids() {
    return LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> fairWeather(Topology.GRID, 9, seed));
  }

  private static Settings withFaults(Settings settings, Nemesis nemesis) {
    return settings.with(new Settings.Faults(nemesis, Duration.ofSeconds(1)));
  }
}
