package org.hearsay.cli.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearsay.cli.console.Progress;
import org.hearsay.cli.run.Job;
import org.hearsay.cli.run.SimulationSettings;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.report.Labels;
import org.hearsay.report.RunMembership;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.hearsay.report.page.Replay;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Graph;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.StrategyFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What of some runs can be watched: simulations are made once more, which gives the same run, and
 * one rumor is followed.
 */
final class Replays {
  private static final int MOST = 24;
  private static final int MOST_NODES = 200;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private final StrategyCatalog catalog;
  private final MembershipCatalog memberships;
  private final Progress progress;

  Replays(StrategyCatalog catalog, MembershipCatalog memberships, Progress progress) {
    this.catalog = catalog;
    this.memberships = memberships;
    this.progress = progress;
  }

  /** A replay of each strategy under each of the conditions, the first ones if they are many. */
  List<Replay> of(List<RunRecord> runs) throws InterruptedException {
    Labels labels = new Labels(runs);
    Map<String, RunRecord> chosen = new LinkedHashMap<>();
    runs.stream()
        .filter(Replays::canBeWatched)
        .forEach(run -> chosen.putIfAbsent(labels.of(run) + run.settings(), run));
    ExecutorService cores =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<Optional<Replay>>> made = new ArrayList<>();
      chosen.values().stream()
          .limit(MOST)
          .forEach(run -> made.add(cores.submit(() -> replay(labels.of(run), run))));
      List<Replay> replays = new ArrayList<>();
      for (Future<Optional<Replay>> each : made) {
        progress.show("replays " + replays.size() + "/" + made.size());
        each.get().ifPresent(replays::add);
      }
      return replays;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A replay failed", e.getCause());
    } finally {
      cores.shutdownNow();
    }
  }

  private ConfiguredMembership around(@Nullable RunMembership membership) {
    return membership == null
        ? ConfiguredMembership.NONE
        : memberships.parse(
            membership.overlay(),
            Objects.requireNonNullElse(membership.detector(), MembershipCatalog.NO_DETECTOR),
            membership.contacts());
  }

  private static boolean canBeWatched(RunRecord run) {
    RunSettings settings = run.settings();
    return run.traceHash() != null
        && run.seed() != null
        && settings != null
        && settings.nodeCount() <= MOST_NODES;
  }

  /** One run's replay; none if this program makes another run of it than the one that wrote it. */
  private Optional<Replay> replay(String label, RunRecord run) {
    try {
      RunSettings settings = Objects.requireNonNull(run.settings());
      String spec =
          run.config().isEmpty() ? run.strategy() : run.strategy() + ":" + run.configText();
      Job job =
          new Job(
              catalog
                  .parse(spec)
                  .within(around(run.membership()))
                  .guaranteeing(
                      GuaranteeWords.parse(Objects.requireNonNullElse(run.guarantees(), Map.of()))),
              settings,
              Objects.requireNonNull(run.seed()));
      Settings simulated = SimulationSettings.of(settings, job.seed());
      FlightRecorder flights =
          new FlightRecorder(beginMicros(simulated), simulated.cluster().nodeCount());
      Outcome outcome = job.simulate(flights);
      return flights.hasSeenOne()
              && Objects.equals(job.record(outcome).traceHash(), run.traceHash())
          ? Optional.of(replay(label, settings, job, flights))
          : Optional.empty();
    } catch (BadOptionException | StrategyFailedException e) {
      return Optional.empty();
    }
  }

  /** In the middle of the load, when all is under way; where broadcasts are planned, the first. */
  private static long beginMicros(Settings settings) {
    return settings.load().plan().isEmpty()
        ? settings.load().limit().toSeconds() * MICROS_PER_SECOND / 2
        : 0;
  }

  private static Replay replay(
      String label, RunSettings settings, Job job, FlightRecorder flights) {
    Settings.Shape shape = SimulationSettings.of(settings, job.seed()).cluster();
    return new Replay(
        label,
        settings.faults(),
        job.command(),
        settings.topology(),
        flights.origin(),
        shape.nodeCount(),
        links(shape.topology().graph(shape.nodeCount(), job.seed())),
        flights.flights(),
        flights.arrivals());
  }

  private static List<List<Integer>> links(Graph graph) {
    List<List<Integer>> links = new ArrayList<>();
    List<int[]> rows = graph.rows();
    for (int node = 0; node < rows.size(); node++) {
      for (int neighbor : rows.get(node)) {
        links.add(List.of(node, neighbor));
      }
    }
    return links;
  }
}
