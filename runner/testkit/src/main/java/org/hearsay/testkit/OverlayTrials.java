package org.hearsay.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.api.Peers;
import org.hearsay.api.plugin.OverlayTrait;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Formation;
import org.hearsay.scenario.Settings.Load;
import org.hearsay.scenario.Settings.Network;
import org.hearsay.scenario.cluster.Graph;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.Span;
import org.hearsay.simulation.Outcome;

/** For each trait of overlays the runs that try it, and how a run shows that it was broken. */
final class OverlayTrials {
  /** Runs to try a trait, each with a seed of its own. */
  static final int SEEDS = 50;

  /** Fewer where each run takes long. */
  private static final int LONG_SEEDS = 25;

  /** Large clusters take longer still, and in each there are many nodes to look at. */
  private static final int LARGE_SEEDS = 3;

  private static final int LARGE = 200;

  /** So many neighbors are few in a large cluster. */
  private static final int FEW = LARGE / 5;

  /** What depends on the topology of the world hangs by few links there. */
  private static final List<Topology> SPARSE =
      List.of(Topology.LINE, Topology.RING, Topology.GRID, Topology.TREE, Topology.RANDOM);

  /** From those that any view holds to one that no small view does. */
  private static final int[] NODE_COUNTS = {2, 5, 10, 40};

  private static final int SMALL = 8;
  private static final int ENOUGH_TO_SPLIT = 20;

  /** Joined in that time, and settled: what dies then is a cluster, not the first attempt at it. */
  private static final Duration GROWN = Duration.ofMinutes(2);

  private static final Duration SOON = Duration.ofMinutes(1);

  /** Views are compared with those of one neighbor at a time, and a minute can lie between. */
  private static final Duration SETTLED = Duration.ofMinutes(30);

  /** As long as the most patient overlays remember what they have only heard of. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(30);

  private OverlayTrials() {}

  /** The runs that try a trait. */
  static Stream<Settings> of(OverlayTrait trait) {
    return switch (trait) {
      case KNOWS_ALL, CONNECTS ->
          seeds(SEEDS).map(seed -> calm(seed, NODE_COUNTS[seed % NODE_COUNTS.length], GROWN));
      case SYMMETRIC ->
          seeds(LONG_SEEDS).map(seed -> calm(seed, SMALL + seed % ENOUGH_TO_SPLIT, SETTLED));
      case SURVIVES_FAILURES ->
          seeds(SEEDS)
              .map(seed -> calm(seed, ENOUGH_TO_SPLIT + seed % ENOUGH_TO_SPLIT, GROWN))
              .map(settings -> withDeaths(settings, 0.5, SOON));
      case FORGETS ->
          seeds(LONG_SEEDS)
              .map(seed -> calm(seed, SMALL + seed % SMALL, GROWN))
              .map(settings -> withDeaths(settings, 0.3, FORGOTTEN));
      case BOUNDED ->
          seeds(LARGE_SEEDS)
              .map(seed -> calm(seed, LARGE, GROWN))
              .map(settings -> settings.with(new Settings.Shape(LARGE, Topology.TOTAL)));
    };
  }

  private static Stream<Integer> seeds(int count) {
    return IntStream.rangeClosed(1, count).boxed();
  }

  /** A cluster that forms at once or node by node, and has nothing else to do. */
  private static Settings calm(int seed, int nodeCount, Duration time) {
    Formation formation =
        seed % 2 == 0 ? Formation.AT_ONCE : new Formation(Duration.ofMillis(100), Duration.ZERO);
    Topology topology = SPARSE.get(seed / 2 % SPARSE.size());
    return Settings.challenge(seed)
        .with(new Settings.Shape(nodeCount, topology, formation))
        .with(new Network(Network.Model.IDEAL, Testbed.latency(seed), 0))
        .with(new Load(Load.Workload.BROADCASTS, 0.01, time, Duration.ZERO));
  }

  /** The same, and then some die and others live on for a time. */
  private static Settings withDeaths(Settings settings, double share, Duration afterwards) {
    Load load = settings.load();
    Span span = new Span(TimeUnit.MICROSECONDS.convert(load.limit()) - 1, Span.FOREVER);
    return settings
        .with(new Load(load.workload(), load.ratePerSecond(), load.limit(), afterwards))
        .with(List.of(new Fault.Outage(share, span)));
  }

  /** A run in which much happens. */
  static Settings eventful(int seed) {
    return withDeaths(calm(seed, SMALL, SOON), 0.3, SOON).withLoss(0.05);
  }

  /** How a run broke the trait it tried, if it did. */
  static Optional<String> breach(OverlayTrait trait, Outcome outcome) {
    Outcome.Membership membership = Testbed.membership(outcome);
    return switch (trait) {
      case KNOWS_ALL -> {
        int known = membership.knowledge().leastKnown();
        int others = membership.present().cardinality() - 1;
        yield when(known < others, "a node knows " + known + " of " + others + " others");
      }
      case CONNECTS, SURVIVES_FAILURES -> {
        double together = 100 * membership.shape().largestPiece();
        yield when(
            together < 100,
            String.format(Locale.ROOT, "%.0f %% of the nodes are linked as one", together));
      }
      case SYMMETRIC -> oneWayLink(membership.views());
      case FORGETS -> {
        long ghosts = membership.knowledge().ghosts();
        yield when(ghosts > 0, ghosts + " times a node that is dead is in a view");
      }
      case BOUNDED -> {
        int most = mostNeighbors(membership.views());
        yield when(most > FEW, "of " + LARGE + " nodes " + most + " are neighbors of one");
      }
    };
  }

  private static Optional<String> when(boolean broken, String how) {
    return broken ? Optional.of(how) : Optional.empty();
  }

  private static Optional<String> oneWayLink(Graph views) {
    for (int node = 0; node < views.size(); node++) {
      Peers neighbors = views.neighbors(node);
      for (int i = 0; i < neighbors.size(); i++) {
        int neighbor = neighbors.get(i);
        if (!views.neighbors(neighbor).contains(node)) {
          return Optional.of(
              String.format(
                  Locale.ROOT, "n%d has n%d as a neighbor and is none of it", node, neighbor));
        }
      }
    }
    return Optional.empty();
  }

  private static int mostNeighbors(Graph views) {
    return IntStream.range(0, views.size())
        .map(node -> views.neighbors(node).size())
        .max()
        .orElse(0);
  }
}
