package org.hearsay.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

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

  /** The options that decide a run of any kind, besides what is run. */
  public static String options(Settings settings) {
    return String.join(
            " ",
            "--node-count=" + settings.cluster().nodeCount(),
            "--topology=" + settings.cluster().topology().text(),
            settings.network().latency().options(),
            "--loss=" + plain(settings.network().loss()),
            "--network=" + settings.network().model().name().toLowerCase(Locale.ROOT),
            "--rate=" + plain(settings.load().ratePerSecond()),
            "--time-limit=" + seconds(settings.load().limit()),
            "--quiet=" + seconds(settings.load().quiet()),
            "--nemesis=" + settings.faults().nemesis().name().toLowerCase(Locale.ROOT),
            "--nemesis-interval=" + seconds(settings.faults().interval()),
            "--seed=" + settings.seed())
        + (settings.load().workload() == Settings.Load.Workload.MAELSTROM
            ? ""
            : " --workload=" + settings.load().workload().name().toLowerCase(Locale.ROOT));
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros().toPlainString();
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
