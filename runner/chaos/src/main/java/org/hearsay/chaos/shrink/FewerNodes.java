package org.hearsay.chaos.shrink;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.chaos.Trial;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.workload.PlannedBroadcast;

/**
 * A run with fewer nodes. What was at a node that is there no more goes to another one, by its
 * number modulo theirs; a fault that this makes no sense of is left out.
 */
final class FewerNodes {
  private static final int SMALLEST = 2;

  /** Weather falls on links by their nodes' numbers, so that each size is tried with some seeds. */
  private static final int SEEDS = 5;

  private FewerNodes() {}

  static Stream<Trial> of(Trial trial) {
    int count = trial.settings().cluster().nodeCount();
    TreeSet<Integer> sizes = new TreeSet<>(List.of(count / 4, count / 2, 3 * count / 4, count - 1));
    IntStream.rangeClosed(SMALLEST, 2 * SMALLEST + 1).forEach(sizes::add);
    return sizes.subSet(SMALLEST, count).stream()
        .flatMap(
            size ->
                IntStream.range(0, SEEDS)
                    .mapToObj(
                        more ->
                            trial.with(
                                of(trial.settings(), size)
                                    .withSeed(trial.settings().seed() + more))));
  }

  static Settings of(Settings settings, int count) {
    List<Fault> faults =
        settings.faults().plan().stream().flatMap(fault -> among(fault, count).stream()).toList();
    List<PlannedBroadcast> plan =
        settings.load().plan().stream()
            .map(broadcast -> new PlannedBroadcast(broadcast.node() % count, broadcast.micros()))
            .toList();
    Settings.Load load = settings.load();
    return new Settings(
        new Settings.Shape(count, settings.cluster().topology(), settings.cluster().formation()),
        new Settings.Load(load.workload(), load.ratePerSecond(), load.limit(), load.quiet(), plan),
        settings.network(),
        new Settings.Faults(settings.faults().nemesis(), settings.faults().interval(), faults),
        settings.seed());
  }

  private static Optional<Fault> among(Fault fault, int count) {
    if (fault instanceof Fault.OneWayCut cut) {
      return among(cut, count);
    } else if (fault instanceof Fault.Flap flap) {
      int first = flap.first() % count;
      int second = flap.second() % count;
      return first == second
          ? Optional.empty()
          : Optional.of(new Fault.Flap(first, second, flap.periodMicros(), flap.span()));
    } else if (fault instanceof Fault.Crash crash) {
      return Optional.of(new Fault.Crash(crash.node() % count, crash.span()));
    } else if (fault instanceof Fault.CrashKeeping crash) {
      return Optional.of(new Fault.CrashKeeping(crash.node() % count, crash.span()));
    } else if (fault instanceof Fault.Leave leave) {
      return Optional.of(new Fault.Leave(leave.node() % count, leave.span()));
    } else if (fault instanceof Fault.Pause pause) {
      return Optional.of(new Fault.Pause(pause.node() % count, pause.span()));
    } else if (fault instanceof Fault.Slow slow) {
      return Optional.of(new Fault.Slow(slow.node() % count, slow.extraMicros(), slow.span()));
    } else if (fault instanceof Fault.Skew skew) {
      return Optional.of(new Fault.Skew(skew.node() % count, skew.aheadMicros(), skew.span()));
    } else if (fault instanceof Fault.Drift drift) {
      return Optional.of(new Fault.Drift(drift.node() % count, drift.rate(), drift.span()));
    }
    return Optional.of(fault);
  }

  private static Optional<Fault> among(Fault.OneWayCut cut, int count) {
    List<Integer> from = cut.from().stream().map(node -> node % count).distinct().toList();
    List<Integer> to =
        cut.to().stream()
            .map(node -> node % count)
            .distinct()
            .filter(node -> !from.contains(node))
            .toList();
    return to.isEmpty() ? Optional.empty() : Optional.of(new Fault.OneWayCut(from, to, cut.span()));
  }
}
