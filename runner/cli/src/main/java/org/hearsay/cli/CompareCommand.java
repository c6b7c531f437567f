package org.hearsay.cli;

import com.google.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code runner compare}: several strategies under the same conditions, in one table. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner compare [OPTION]...",
    description = {
      "Runs each strategy through Maelstrom's broadcast workload in a simulation, and prints one"
          + " table. All strategies meet the same weather.",
      "Without --loss and --nemesis there are three scenarios: no faults, 2 %% loss and partition."
          + " With either there is just the one they describe.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if all runs ended, even where strategies lose values: that is what the table"
          + " shows.",
      "1 if a run failed, or a strategy with its default options breaks a promise (a trait that it"
          + " declares).",
      "2 if the command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner compare",
      "  runner/bin/runner compare --strategies flood,delta-ack,delta-ack:interval=1s --loss=0.05",
      "  runner/bin/runner compare --node-count=100 --topology=tree4 --format=csv --out runs.ndjson"
    })
final class CompareCommand implements Callable<Integer> {
  private static final BigDecimal SOME_LOSS = new BigDecimal("0.02");

  private final StrategyCatalog catalog;
  private final Console console;

  @Mixin private StrategiesOption strategies = new StrategiesOption();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Inject
  CompareCommand(StrategyCatalog catalog, Console console) {
    this.catalog = catalog;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    OutputOptions.Format format = output.format();
    List<ConfiguredStrategy<?, ?>> compared = strategies.chosen(catalog);
    RunSettings settings = run.settings();
    List<RunRecord> records = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    try (RecordFile file = output.recordFile();
        Progress progress = new Progress(console)) {
      if (format == OutputOptions.Format.TABLE) {
        console.print(ComparisonPage.inputs(compared, settings, run.seed()));
      }
      new Experiment(jobs(compared, settings), progress)
          .run(
              (job, record) -> {
                file.add(record);
                records.add(record);
                complain(job, record, complaints);
              },
              (job, reason) -> failures.add(reason + "; again: " + job.command()));
    }
    console.print(output.lines(records, () -> ComparisonPage.results(records, failures.size())));
    complaints.addAll(failures);
    complaints.forEach(console::say);
    return complaints.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private List<Job> jobs(List<ConfiguredStrategy<?, ?>> compared, RunSettings settings) {
    List<RunSettings> scenarios =
        run.choosesFaults()
            ? List.of(settings)
            : List.of(
                settings,
                settings.with(SOME_LOSS, settings.nemesis()),
                settings.with(settings.loss(), "partition"));
    return scenarios.stream()
        .flatMap(
            scenario -> compared.stream().map(strategy -> new Job(strategy, scenario, run.seed())))
        .toList();
  }

  private static void complain(Job job, RunRecord record, List<String> complaints) {
    Promise promise = new Promise(job);
    if (promise.isBrokenBy(record.metrics())) {
      Long missing = record.metrics().missing();
      complaints.add(
          job.strategy().name()
              + " breaks its promise"
              + (missing != null && missing > 0 ? " " + promise.text() : "")
              + " ("
              + job.settings().scenario()
              + "); see: "
              + job.command());
    }
  }
}
