package org.hearsay.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.scenario.fault.Fault;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.text.Quantities;
import org.hearsay.scenario.text.ShellWords;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.weather.WeatherText;
import org.hearsay.scenario.workload.PlannedBroadcast;

/** The command that repeats a run exactly, with everything that decides it written out. */
public final class ReplayCommand {

  private ReplayCommand() {}

  /**
   * The command for one run.
   *
   * @param strategy the strategy with the values of its options, {@code name:key=value,...}
   */
  public static String of(String strategy, Settings settings) {
    return "runner/bin/runner simulate --strategy=" + strategy + " " + options(settings);
  }

  /** The command for one run, wherever the strategy comes from. */
  public static String of(ConfiguredStrategy<?, ?> strategy, Settings settings) {
    return "runner/bin/runner simulate "
        + ShellWords.join(strategy.words())
        + " "
        + options(settings);
  }

  /** The options that decide a run of any kind, besides what is run. */
  public static String options(Settings settings) {
    return String.join(
            " ",
            "--node-count=" + settings.cluster().nodeCount(),
            "--topology=" + settings.cluster().topology().text(),
            weather(settings.network().conditions()),
            "--network=" + settings.network().model().name().toLowerCase(Locale.ROOT),
            "--rate=" + Quantities.number(settings.load().ratePerSecond()),
            "--time-limit=" + seconds(settings.load().limit()),
            "--quiet=" + seconds(settings.load().quiet()),
            "--nemesis=" + settings.faults().nemesis().name().toLowerCase(Locale.ROOT),
            "--nemesis-interval=" + seconds(settings.faults().interval()),
            "--seed=" + settings.seed())
        + formation(settings.cluster().formation())
        + faults(settings.faults().plan())
        + workload(settings.load());
  }

  /** Maelstrom's options where they say it all. */
  private static String weather(Conditions conditions) {
    return conditions.arePlain() && conditions.latency() instanceof Latency.Maelstrom latency
        ? latency.options() + " --loss=" + Quantities.number(conditions.loss())
        : "--weather=" + WeatherText.of(conditions);
  }

  private static String formation(Settings.Formation formation) {
    return option("--join-interval", formation.joinInterval())
        + option("--settle", formation.settle());
  }

  private static String option(String name, Duration value) {
    return value.isZero()
        ? ""
        : " " + name + "=" + Quantities.micros(TimeUnit.MICROSECONDS.convert(value));
  }

  private static String faults(List<Fault> plan) {
    return plan.isEmpty() ? "" : " --faults=" + FaultText.of(plan);
  }

  private static String workload(Settings.Load load) {
    if (!load.plan().isEmpty()) {
      return " --broadcasts=" + PlannedBroadcast.text(load.plan());
    }
    return load.workload() == Settings.Load.Workload.MAELSTROM
        ? ""
        : " --workload=" + load.workload().name().toLowerCase(Locale.ROOT);
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString();
  }
}
