package org.hearsay.cli.compare;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.console.Progress;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.OutputOptions;
import org.hearsay.cli.options.RunOptions;
import org.hearsay.cli.options.StrategiesOption;
import org.hearsay.cli.run.Experiment;
import org.hearsay.cli.run.Job;
import org.hearsay.cli.run.RecordFile;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.report.Frontier;
import org.hearsay.report.FrontierChart;
import org.hearsay.report.PublishedNode;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runner frontier}: what each strategy spends for which latency. */
@Command(
    name = "frontier",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner frontier [OPTION]...",
    description = {
      "Runs strategies at many paces in a simulation, and shows what each latency costs them in"
          + " messages, which runs are beaten by no other, the least that any node must spend, and"
          + " where published nodes stand.",
      "Without --strategies it sweeps the latency targets of deadline-tree and the intervals of the"
          + " others.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if all runs ended, 1 if one failed, 2 if the command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner frontier",
      "  runner/bin/runner frontier --out frontier.ndjson --charts .",
      "  runner/bin/runner frontier --strategies 'deadline-tree:latency=200ms|1s,flood' --loss=0.05"
    })
public final class FrontierCommand implements Callable<Integer> {
  private static final String SWEEP =
      "deadline-tree:latency=100ms|250ms|300ms|350ms|400ms|500ms|630ms|800ms|1s|1300ms|1850ms|3s,"
          + "deadline-tree:latency=500ms|600ms|700ms|850ms|1200ms|1850ms,roots=3,degree=5,"
          + "delta-ack:interval=25ms|50ms|100ms|200ms|400ms,"
          + "push-pull:interval=50ms|100ms|200ms|400ms|800ms,"
          + "spanning-tree,flood";

  private final StrategyCatalog catalog;
  private final Console console;

  @Option(
      names = "--charts",
      paramLabel = "DIR",
      description = "Draw frontier-p99.svg and frontier-max.svg into this folder.")
  private @Nullable Path charts;

  @Mixin private StrategiesOption strategies = new StrategiesOption();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Inject
  FrontierCommand(StrategyCatalog catalog, Console console) {
    this.catalog = catalog;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    OutputOptions.Format format = output.format();
    if (charts != null && !Files.isDirectory(charts)) {
      throw new BadOptionException("--charts=" + charts + ": there is no such folder; make it");
    }
    RunSettings settings = run.settings();
    List<ConfiguredStrategy<?, ?>> swept = strategies.chosen(catalog, SWEEP);
    List<Job> jobs =
        swept.stream().map(strategy -> new Job(strategy, settings, run.seed())).toList();
    List<RunRecord> records = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    try (RecordFile file = output.recordFile();
        Progress progress = new Progress(console)) {
      if (format == OutputOptions.Format.TABLE) {
        console.print(List.of(settings.sentence() + ", seed " + run.seed(), ""));
      }
      new Experiment(jobs, progress)
          .run(
              (job, record) -> {
                file.add(record);
                records.add(record);
              },
              (job, reason) -> failures.add(reason + "; again: " + job.command()));
    }
    Frontier frontier = new Frontier(records, published(settings));
    console.print(output.lines(records, () -> page(frontier)));
    draw(frontier);
    failures.forEach(console::say);
    return failures.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
  }

  /** Published figures are of one setting, and say nothing of another. */
  private static List<PublishedNode> published(RunSettings settings) {
    return settings.fitsChallenge() ? PublishedNode.gossipGlomers() : List.of();
  }

  private static List<String> page(Frontier frontier) {
    List<String> lines = new ArrayList<>(frontier.table());
    lines.add("");
    lines.addAll(frontier.legend());
    lines.add("");
    lines.addAll(frontier.answer());
    return lines;
  }

  private void draw(Frontier frontier) {
    if (charts == null) {
      return;
    }
    for (Frontier.Axis axis : Frontier.Axis.values()) {
      Path file = charts.resolve("frontier-" + axis.name().toLowerCase(Locale.ROOT) + ".svg");
      try {
        Files.writeString(file, new FrontierChart(frontier, axis).svg());
      } catch (IOException e) {
        throw new BadOptionException("Cannot write " + file + ": " + e);
      }
      console.say("wrote " + file);
    }
  }
}
