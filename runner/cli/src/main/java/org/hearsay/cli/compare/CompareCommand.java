package org.hearsay.cli.compare;

import com.google.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.console.Progress;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.GuaranteeOptions;
import org.hearsay.cli.options.MembershipOptions;
import org.hearsay.cli.options.OutputOptions;
import org.hearsay.cli.options.RunOptions;
import org.hearsay.cli.options.StrategiesOption;
import org.hearsay.cli.options.VirtualDisks;
import org.hearsay.cli.run.Experiment;
import org.hearsay.cli.run.Job;
import org.hearsay.cli.run.Promise;
import org.hearsay.cli.run.RecordFile;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.report.Baseline;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner compare}: several strategies under the same conditions, in one table. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = {
      "runner/bin/runner compare [OPTION]...",
      "runner/bin/runner compare --baseline FILE [OPTION]... [FILE]"
    },
    description = {
      "Runs each strategy through Maelstrom's broadcast workload in a simulation, and prints one"
          + " table. All strategies meet the same weather.",
      "Without --loss and --nemesis there are three scenarios: no faults, 2 %% loss and partition."
          + " With either there is just the one they describe.",
      "With --baseline it shows what changed since a file of records was written: in another file, or"
          + " in the runs that it makes.",
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
      "  runner/bin/runner compare --node-count=100 --topology=tree4 --format=csv --out runs.ndjson",
      "  runner/bin/runner compare --baseline before.ndjson after.ndjson"
    })
public final class CompareCommand implements Callable<Integer> {
  private static final BigDecimal SOME_LOSS = new BigDecimal("0.02");

  private final StrategyCatalog catalog;
  private final MembershipCatalog memberships;
  private final Console console;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Records to compare with: figures of simulations to the last digit, those of processes"
              + " with their spread over seeds.")
  private @Nullable Path baseline;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Records to compare with those of --baseline; then nothing is run.")
  private @Nullable Path changed;

  @Mixin private StrategiesOption strategies = new StrategiesOption();
  @Mixin private MembershipOptions membership = new MembershipOptions();
  @Mixin private VirtualDisks disks = new VirtualDisks();
  @Mixin private GuaranteeOptions guarantees = new GuaranteeOptions();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Inject
  CompareCommand(StrategyCatalog catalog, MembershipCatalog memberships, Console console) {
    this.catalog = catalog;
    this.memberships = memberships;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    OutputOptions.Format format = output.format();
    List<RunRecord> before = before();
    if (changed != null) {
      console.print(new Baseline(before, RecordFile.read("", changed)).lines());
      return ExitStatus.OK;
    }
    RunSettings settings = run.settings();
    List<ConfiguredStrategy<?, ?>> compared =
        strategies.chosen(
            catalog,
            membership.all(memberships),
            guarantees.chosen(disks.asked(), settings.nodeCount()));
    List<RunRecord> records = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    try (RecordFile file = output.recordFile();
        Progress progress = new Progress(console)) {
      if (format == OutputOptions.Format.TABLE && baseline == null) {
        console.print(ComparisonPage.inputs(compared, settings, run.seed()));
      }
      new Experiment(jobs(compared, settings), progress)
          .run(
              (job, record) -> {
                file.add(record);
                records.add(record.by(Version.commit()));
                complain(job, record, complaints);
              },
              (job, reason) -> failures.add(reason + "; again: " + job.command()));
    }
    console.print(
        output.lines(
            records,
            () ->
                baseline == null
                    ? ComparisonPage.results(records, catalog.bounds(), failures.size())
                    : new Baseline(before, records).lines()));
    complaints.addAll(failures);
    complaints.forEach(console::say);
    return complaints.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private List<RunRecord> before() {
    if (baseline == null && changed != null) {
      throw new BadOptionException(
          "Compare " + changed + " with what? Add --baseline=FILE, as in --baseline=before.ndjson");
    }
    return baseline == null ? List.of() : RecordFile.read("--baseline=", baseline);
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
