package org.hearsay.cli.chaos;

import com.google.inject.Inject;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hearsay.chaos.Campaign;
import org.hearsay.chaos.Examination;
import org.hearsay.chaos.Postmortem;
import org.hearsay.chaos.Trial;
import org.hearsay.chaos.check.Complaint;
import org.hearsay.chaos.check.Law;
import org.hearsay.chaos.draw.TrialDrawing;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.console.Interruption;
import org.hearsay.cli.console.Progress;
import org.hearsay.cli.console.Words;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.GuaranteeOptions;
import org.hearsay.cli.options.SeedRange;
import org.hearsay.cli.options.StrategiesOption;
import org.hearsay.cli.options.VirtualDisks;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runner chaos}: random runs, and the smallest in which something goes wrong. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner chaos [OPTION]...",
    description = {
      "Draws a run from each seed - which strategy with which options, what is around it, topology,"
          + " 2 to 200 nodes, clients, weather and faults -, makes it in the simulation on all cores, and judges it"
          + " by laws that hold in every run (runner/chaos/README.md).",
      "A run that breaks one is made smaller as long as it does, and printed as one command that"
          + " makes it again, with what happens in it step by step.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if no run broke a law, 1 if one did, 2 if the command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner chaos",
      "  runner/bin/runner chaos --strategy=delta-ack --seeds=20000",
      "  runner/bin/runner chaos --time=10m --seeds=5000..1000000",
      "  runner/bin/runner chaos --overlay=hyparview,full --detector=lifeguard",
      "  runner/bin/runner chaos --seeds=17..17"
    })
public final class ChaosCommand implements Callable<Integer> {
  private static final long NANOS_BETWEEN = 200_000_000;

  private enum Format {
    TABLE,
    JSON
  }

  private final StrategyCatalog catalog;
  private final MembershipCatalog memberships;
  private final Console console;

  @Mixin private StrategiesOption strategies = new StrategiesOption();
  @Mixin private DrawnMemberships membership = new DrawnMemberships();
  @Mixin private VirtualDisks disks = new VirtualDisks();
  @Mixin private GuaranteeOptions guarantees = new GuaranteeOptions();

  @Option(
      names = "--seeds",
      paramLabel = "N|A..B",
      description =
          "Which seeds, a run each: the first N, or those from A to B. Default: 1000, and with --time"
              + " as many as there is time for.")
  private @Nullable String seeds;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      description =
          "Draw no run after this time: 30s, 10m, 8h. Making those that failed smaller comes on top.")
  private @Nullable String time;

  @Option(
      names = "--trace",
      paramLabel = "LINES",
      description = "How much to print of what happens. Default: ${DEFAULT-VALUE} lines.")
  private int lines = 60;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "What is printed: table (for people) or json (a line for each kind of failure, with the"
              + " commands and the trace). Default: ${DEFAULT-VALUE}.")
  private String format = "table";

  @Inject
  ChaosCommand(StrategyCatalog catalog, MembershipCatalog memberships, Console console) {
    this.catalog = catalog;
    this.memberships = memberships;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    TrialDrawing drawing =
        new TrialDrawing(
            strategies.chosen(catalog).stream()
                .<ConfiguredStrategy<?, ?>>map(
                    strategy ->
                        strategy.guaranteeing(
                            guarantees.chosen(disks.asked(), TrialDrawing.MOST_NODES)))
                .toList(),
            membership.drawn(memberships));
    SeedRange range = range();
    long limitNanos = limitNanos();
    if (lines < 0) {
      throw new BadOptionException("--trace must be 0 or more lines, not " + lines);
    }
    boolean table = Words.parse("--format", Format.class, format) == Format.TABLE;
    if (table) {
      console.print(
          List.of(
              "seeds " + range.first() + ".." + range.last() + (time == null ? "" : ", " + time)));
    }
    Campaign campaign = new Campaign(drawing, range.first(), range.last());
    long start = System.nanoTime();
    try (Interruption interruption = new Interruption();
        Progress progress = new Progress(console)) {
      Ticker ticker = new Ticker(campaign, progress, start);
      campaign.run(
          () -> {
            ticker.show();
            return !interruption.happened() && System.nanoTime() - start < limitNanos;
          });
      List<String> summary =
          ChaosPage.summary(
              campaign, drawing, (System.nanoTime() - start) / 1e9, interruption.happened());
      if (table) {
        console.print(summary);
      } else {
        console.say(summary.get(0));
      }
      explain(campaign, drawing, progress, interruption, table);
    }
    return campaign.failures().isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private SeedRange range() {
    if (seeds == null) {
      return SeedRange.parse(time == null ? "1..1000" : "1..1000000");
    }
    return SeedRange.parseNumberOrRange(seeds);
  }

  private long limitNanos() {
    if (time == null) {
      return Long.MAX_VALUE;
    }
    try {
      long nanos = Duration.parse("PT" + time.toUpperCase(Locale.ROOT)).toNanos();
      if (nanos < 0) {
        throw new BadOptionException("--time must not be below 0, as it is in " + time);
      }
      return nanos;
    } catch (DateTimeParseException | ArithmeticException e) {
      throw new BadOptionException("--time must be as in 30s, 10m or 8h, not " + time);
    }
  }

  /** Says how far the runs are, now and then. */
  private static final class Ticker {
    private final Campaign campaign;
    private final Progress progress;
    private final long startNanos;
    private long shownNanos;

    Ticker(Campaign campaign, Progress progress, long startNanos) {
      this.campaign = campaign;
      this.progress = progress;
      this.startNanos = startNanos;
      this.shownNanos = startNanos;
    }

    synchronized void show() {
      long now = System.nanoTime();
      if (now - shownNanos >= NANOS_BETWEEN) {
        shownNanos = now;
        progress.show(
            campaign.runs()
                + "/"
                + campaign.planned()
                + " runs, "
                + ChaosPage.speed(campaign, (now - startNanos) / 1e9)
                + ", "
                + campaign.failures().size()
                + " broke a law");
      }
    }
  }

  /** The first run that broke a law, for each strategy and law. */
  private void explain(
      Campaign campaign,
      TrialDrawing drawing,
      Progress progress,
      Interruption interruption,
      boolean table) {
    Map<String, EnumSet<Law>> explained = new TreeMap<>();
    for (Map.Entry<Long, Examination> failure : campaign.failures().entrySet()) {
      long seed = failure.getKey();
      Trial trial = drawing.draw(seed);
      for (Complaint complaint : failure.getValue().complaints()) {
        if (explained
            .computeIfAbsent(trial.strategy().name(), name -> EnumSet.noneOf(Law.class))
            .add(complaint.law())) {
          progress.show("making the run of seed " + seed + " smaller");
          Postmortem found =
              Postmortem.of(trial, complaint.law(), lines, () -> !interruption.happened());
          progress.close();
          console.print(table ? ChaosPage.of(seed, found) : List.of(ChaosPage.json(seed, found)));
        }
      }
    }
  }
}
