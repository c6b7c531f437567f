package org.hearsay.chaos.shrink;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hearsay.chaos.Examination;
import org.hearsay.chaos.Trial;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.Span;
import org.hearsay.scenario.workload.PlannedBroadcast;

/** A run with fewer broadcasts, and with fewer and shorter faults. */
final class FewerEvents {
  private static final long SHORT_MICROS = 10_000;
  private static final long MICROS_PER_MILLI = 1_000;

  private FewerEvents() {}

  /** Without reads, each broadcast written out; reads take time, so that others come of it. */
  static Stream<Trial> planned(Trial trial) {
    Settings settings = trial.settings();
    Settings.Load load = settings.load();
    if (!load.plan().isEmpty()) {
      return Stream.empty();
    }
    if (load.workload() == Settings.Load.Workload.BROADCASTS) {
      return Stream.of(trial.with(withPlan(settings, PlannedBroadcast.of(settings))));
    }
    Births births = new Births(TimeUnit.MICROSECONDS.convert(load.limit()));
    Examination.of(trial, births);
    return births.all().isEmpty()
        ? Stream.empty()
        : Stream.of(trial.with(withPlan(settings, births.all())));
  }

  private static Settings withPlan(Settings settings, List<PlannedBroadcast> plan) {
    Settings.Load load = settings.load();
    return settings.with(
        new Settings.Load(
            Settings.Load.Workload.BROADCASTS,
            load.ratePerSecond(),
            load.limit(),
            load.quiet(),
            plan));
  }

  static Stream<Trial> broadcasts(Trial trial) {
    return Subsets.of(trial.settings().load().plan())
        .filter(plan -> !plan.isEmpty())
        .map(plan -> trial.with(withPlan(trial.settings(), plan)));
  }

  static Stream<Trial> faults(Trial trial) {
    return Subsets.of(trial.settings().faults().plan())
        .map(faults -> trial.with(trial.settings().with(faults)));
  }

  /** Every crash of the churn written out. */
  static Stream<Trial> crashes(Trial trial) {
    List<Fault> faults = trial.settings().faults().plan();
    if (faults.stream().noneMatch(Fault.Churn.class::isInstance)) {
      return Stream.empty();
    }
    Crashes crashes = new Crashes();
    Examination.of(trial, crashes);
    List<Fault> written =
        new ArrayList<>(
            faults.stream()
                .filter(fault -> !(fault instanceof Fault.Churn || fault instanceof Fault.Crash))
                .toList());
    written.addAll(crashes.all());
    return Stream.of(trial.with(trial.settings().with(written)));
  }

  /** Each fault half as long. */
  static Stream<Trial> shorterFaults(Trial trial) {
    List<Fault> faults = trial.settings().faults().plan();
    List<Trial> shorter = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      Span span = faults.get(i).span();
      if (span.durationMicros() != Span.FOREVER && span.durationMicros() >= 2 * SHORT_MICROS) {
        List<Fault> changed = new ArrayList<>(faults);
        long half = span.durationMicros() / 2 / MICROS_PER_MILLI * MICROS_PER_MILLI;
        changed.set(i, faults.get(i).during(new Span(span.startMicros(), half)));
        shorter.add(trial.with(trial.settings().with(changed)));
      }
    }
    return shorter.stream();
  }

  /** All of it sooner, with nothing before the first event; and the end of it with the last. */
  static Stream<Trial> sooner(Trial trial) {
    List<PlannedBroadcast> plan = trial.settings().load().plan();
    List<Fault> faults = trial.settings().faults().plan();
    if (plan.isEmpty()) {
      return Stream.empty();
    }
    long first =
        Math.min(
            plan.get(0).micros(),
            faults.stream()
                .mapToLong(fault -> fault.span().startMicros())
                .min()
                .orElse(Long.MAX_VALUE));
    long last =
        Math.max(
            plan.get(plan.size() - 1).micros(),
            faults.stream().mapToLong(fault -> end(fault.span())).max().orElse(0));
    return Stream.of(lasting(trial, last), earlier(trial, first, faults))
        .filter(sooner -> !sooner.equals(trial));
  }

  private static long end(Span span) {
    return span.durationMicros() == Span.FOREVER
        ? span.startMicros()
        : span.startMicros() + span.durationMicros();
  }

  private static Trial earlier(Trial trial, long micros, List<Fault> faults) {
    List<PlannedBroadcast> plan =
        trial.settings().load().plan().stream()
            .map(each -> new PlannedBroadcast(each.node(), each.micros() - micros))
            .toList();
    List<Fault> moved =
        faults.stream()
            .map(
                fault ->
                    fault.during(
                        new Span(
                            fault.span().startMicros() - micros, fault.span().durationMicros())))
            .toList();
    return trial.with(withPlan(trial.settings(), plan).with(moved));
  }

  private static Trial lasting(Trial trial, long micros) {
    Settings.Load load = trial.settings().load();
    Duration limit = Duration.ofMillis(Math.max(1, -Math.floorDiv(-micros, MICROS_PER_MILLI)));
    return limit.compareTo(load.limit()) >= 0
        ? trial
        : trial.with(
            trial
                .settings()
                .with(
                    new Settings.Load(
                        load.workload(), load.ratePerSecond(), limit, load.quiet(), load.plan())));
  }
}
