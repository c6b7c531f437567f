package org.hearsay.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hearsay.api.plugin.Trait;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Faults.Nemesis;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.Outcome;

/** For each trait the runs that try it, and how a run shows that it was broken. */
final class Trials {
  /** Runs to try a trait, each with a seed of its own. */
  static final int SEEDS = 50;

  /** Larger and busier runs, where what is rare shows. */
  private static final int CHALLENGES = 5;

  private static final List<Topology> TOPOLOGIES =
      List.of(
          Topology.LINE,
          Topology.RING,
          Topology.GRID,
          Topology.TREE,
          Topology.TREE4,
          Topology.TOTAL,
          Topology.RANDOM);

  /** As many sizes as there are topologies, less one: every pair of them comes up. */
  private static final int[] NODE_COUNTS = {1, 2, 3, 5, 10, 17};

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
      case TOLERATES_LOSS ->
          Stream.concat(grids(), challenges()).map(settings -> settings.withLoss(0.1));
      case HEALS_PARTITIONS -> grids().map(settings -> withFaults(settings, Nemesis.PARTITION));
      case SURVIVES_RESTART -> grids().map(settings -> withFaults(settings, Nemesis.KILL));
      case QUIESCENT ->
          grids()
              .map(settings -> settings.withLoss(settings.seed() % 2 == 0 ? 0.1 : 0))
              .map(Trials::withLongSilence);
    };
  }

  /** The same, and at the end time for everything to arrive. */
  static Settings withLongSilence(Settings settings) {
    Settings.Load load = settings.load();
    return settings.with(new Settings.Load(load.ratePerSecond(), load.limit(), LONG_SILENCE));
  }

  /** Whether a run broke the trait it tried. */
  static boolean broke(Trait trait, Outcome outcome) {
    return trait == Trait.QUIESCENT
        ? outcome.traffic().lastSentMicros() > outcome.endMicros() - HALF_OF_IT_MICROS
        : !outcome.strict().valid();
  }

  private static List<Settings> everyTopology() {
    List<Settings> all = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      Topology topology = TOPOLOGIES.get(seed % TOPOLOGIES.size());
      all.add(fairWeather(topology, NODE_COUNTS[seed % NODE_COUNTS.length], seed));
    }
    challenges().forEach(all::add);
    return all;
  }

  private static Stream<Settings> challenges() {
    return LongStream.rangeClosed(1, CHALLENGES)
        .mapToObj(
            seed ->
                Settings.challenge(seed)
                    .with(new Settings.Load(100, Duration.ofSeconds(5), Duration.ofSeconds(10))));
  }

  private static Stream<Settings> grids() {
    return LongStream.rangeClosed(1, SEEDS).mapToObj(seed -> fairWeather(Topology.GRID, 9, seed));
  }

  private static Settings withFaults(Settings settings, Nemesis nemesis) {
    return settings.with(new Settings.Faults(nemesis, Duration.ofSeconds(1)));
  }
}
