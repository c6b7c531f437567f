package org.hearsay.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Load;
import org.hearsay.scenario.Settings.Network;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.Partition;
import org.hearsay.scenario.fault.Span;
import org.hearsay.scenario.workload.PlannedBroadcast;
import org.hearsay.simulation.Outcome;

/** For each trait of failure detectors the runs that try it, and how a run shows it was broken. */
final class DetectorTrials {
  /** Runs to try a trait, each with a seed of its own. */
  static final int SEEDS = 50;

  private static final List<Topology> SPARSE =
      List.of(Topology.LINE, Topology.RING, Topology.GRID, Topology.TREE, Topology.RANDOM);

  private static final List<Partition.Kind> SPLITS = List.of(Partition.Kind.values());

  /** Where nodes ask each other for help, there must be some who can. */
  private static final int[] NODE_COUNTS = {8, 16, 40};

  private static final int NODES = 12;
  private static final int HANGING = 4;
  private static final int AMONG = 20;
  private static final int SMALL_AND_QUIET = 25;
  private static final int LARGE_AND_QUIET = 200;

  /** Operations a second: now and then there is something to say on each link. */
  private static final double NOW_AND_THEN = 0.3;

  /** One operation, and no more. */
  private static final double ONCE = 0.001;

  private static final Duration TIME = Duration.ofSeconds(45);
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final long SECOND = 1_000_000;

  private DetectorTrials() {}

  /** The runs that try a trait. */
  static Stream<Settings> of(DetectorTrait trait) {
    return switch (trait) {
      case COMPLETE ->
          seeds().map(seed -> with(calm(seed, NODES, SOON), new Fault.Outage(0.25, from5s())));
      case ACCURATE -> seeds().map(DetectorTrials::anySize);
      case TOLERATES_LOSS -> seeds().map(seed -> amongAll(anySize(seed)).withLoss(0.05));
      case SPARES_THE_HEALTHY -> seeds().map(DetectorTrials::withHangingNodes);
      case RECOVERS -> seeds().map(DetectorTrials::withPartition);
      case FRUGAL -> Stream.of(quiet(SMALL_AND_QUIET), quiet(LARGE_AND_QUIET));
    };
  }

  private static Stream<Integer> seeds() {
    return IntStream.rangeClosed(1, SEEDS).boxed();
  }

  private static Settings anySize(int seed) {
    return calm(seed, NODE_COUNTS[seed % NODE_COUNTS.length], Duration.ZERO);
  }

  private static Settings withHangingNodes(int seed) {
    long hungMicros = seed % 2 == 0 ? 2 * SECOND : 4 * SECOND;
    return with(
        calm(seed, AMONG, Duration.ofSeconds(30)),
        new Fault.Hang(HANGING, hungMicros, SECOND, from5s()));
  }

  private static Settings withPartition(int seed) {
    return with(
        calm(seed, NODES, SOON), new Fault.Split(SPLITS.get(seed % SPLITS.size()), from5s()));
  }

  private static Span from5s() {
    return new Span(5 * SECOND, Span.FOREVER);
  }

  private static Settings with(Settings settings, Fault fault) {
    return settings.with(List.of(fault));
  }

  /** The same where all are linked to all, which takes many messages: one operation will do. */
  private static Settings amongAll(Settings settings) {
    return settings
        .with(new Settings.Shape(settings.cluster().nodeCount(), Topology.TOTAL))
        .with(new Load(Load.Workload.BROADCASTS, ONCE, TIME, Duration.ZERO));
  }

  /** All are linked to all, and nobody has anything to say before the run ends. */
  private static Settings quiet(int nodeCount) {
    PlannedBroadcast last = new PlannedBroadcast(0, TimeUnit.MICROSECONDS.convert(TIME));
    return amongAll(calm(1, nodeCount, Duration.ZERO))
        .with(new Load(Load.Workload.BROADCASTS, ONCE, TIME, Duration.ZERO, List.of(last)));
  }

  /** A cluster in fair weather that has something to say now and then, or only once. */
  private static Settings calm(int seed, int nodeCount, Duration quiet) {
    double rate = seed % 4 == 0 ? ONCE : NOW_AND_THEN;
    return Settings.challenge(seed)
        .with(new Settings.Shape(nodeCount, SPARSE.get(seed % SPARSE.size())))
        .with(new Network(Network.Model.IDEAL, Testbed.latency(seed), 0))
        .with(new Load(Load.Workload.BROADCASTS, rate, TIME, quiet));
  }

  /** A run in which much happens. */
  static Settings eventful(int seed) {
    return with(
            calm(seed, NODES, Duration.ZERO),
            new Fault.Outage(0.25, new Span(5 * SECOND, 20 * SECOND)))
        .withLoss(0.05);
  }

  /** How a run broke the trait it tried, if it did. */
  static Optional<String> breach(DetectorTrait trait, Outcome outcome, Accusations accusations) {
    return switch (trait) {
      case COMPLETE -> {
        long missed = Testbed.membership(outcome).knowledge().deadNeighbors();
        yield when(missed > 0, missed + " times a node takes a neighbor for alive that is dead");
      }
      case ACCURATE, TOLERATES_LOSS, SPARES_THE_HEALTHY -> accusations.text();
      case RECOVERS -> {
        long lost = Testbed.membership(outcome).knowledge().lostNeighbors();
        yield when(lost > 0, lost + " times a node takes a neighbor for dead that is alive");
      }
      case FRUGAL -> {
        double rate = outcome.perNodeSecond(outcome.traffic().control().messages());
        yield when(
            rate > 1,
            String.format(Locale.ROOT, "a node sends %.1f messages a second, on average", rate));
      }
    };
  }

  private static Optional<String> when(boolean broken, String how) {
    return broken ? Optional.of(how) : Optional.empty();
  }
}
