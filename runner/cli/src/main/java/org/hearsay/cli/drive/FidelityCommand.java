package org.hearsay.cli.drive;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.console.Progress;
import org.hearsay.cli.installed.Installation;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.OutputOptions;
import org.hearsay.cli.options.RunOptions;
import org.hearsay.cli.options.StrategiesOption;
import org.hearsay.cli.run.Job;
import org.hearsay.cli.run.RecordFile;
import org.hearsay.cli.run.SimulationSettings;
import org.hearsay.node.journal.LogSettings;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.process.DriveOutcome;
import org.hearsay.report.Fidelity;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runner fidelity}: the same runs simulated, as processes and under genuine Maelstrom. */
@Command(
    name = "fidelity",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner fidelity [OPTION]...",
    description = {
      "Runs each strategy on each topology in simulation and as processes, lays imported results of"
          + " genuine Maelstrom beside them, and says how far the worlds are apart.",
      "A run of processes takes as long as its time limit and quiet phase, so all of it takes a"
          + " while; leave the machine alone meanwhile.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if all runs came to their end, however far apart; 1 if one did not, 2 if the"
          + " command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner fidelity --strategies flood --topologies grid,tree4,line,total",
      "  runner/bin/runner fidelity --genuine results/genuine.ndjson --out fidelity.ndjson"
    })
public final class FidelityCommand implements Callable<Integer> {
  private final StrategyCatalog catalog;
  private final Installation installation;
  private final Console console;

  @Option(
      names = "--topologies",
      paramLabel = "NAME,...",
      description = "Which topologies, in this order. Default: the one of --topology.")
  private @Nullable String topologies;

  @Option(
      names = "--genuine",
      paramLabel = "FILE",
      description =
          "Records of genuine Maelstrom, as runner import --out writes them; those of the same"
              + " strategy and settings are laid beside the others.")
  private @Nullable Path genuine;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description =
          "Run nothing: show the records in this file, as --out of this command wrote them.")
  private @Nullable Path made;

  @Mixin private StrategiesOption strategies = new StrategiesOption();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Inject
  FidelityCommand(StrategyCatalog catalog, Installation installation, Console console) {
    this.catalog = catalog;
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    OutputOptions.Format format = output.format();
    if (made != null) {
      List<RunRecord> records = RecordFile.read("--records=", made);
      if (format == OutputOptions.Format.TABLE) {
        records.stream().limit(1).forEach(this::printConditions);
      }
      print(records);
      return ExitStatus.OK;
    }
    List<Job> jobs = jobs();
    List<RunRecord> known = genuine == null ? List.of() : RecordFile.read("--genuine=", genuine);
    List<RunRecord> records = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    try (RecordFile file = output.recordFile();
        Progress progress = new Progress(console)) {
      if (format == OutputOptions.Format.TABLE) {
        console.print(List.of(run.settings().sentence() + ", seed " + run.seed(), ""));
      }
      for (int i = 0; i < jobs.size(); i++) {
        String number = i + 1 + "/" + jobs.size() + " " + name(jobs.get(i)) + ": ";
        List<RunRecord> cell =
            cell(jobs.get(i), state -> progress.show(number + state), complaints);
        cell.forEach(file::add);
        records.addAll(cell);
        for (RunRecord record : known) {
          if (isOf(jobs.get(i), record)) {
            file.add(record);
            records.add(record);
          }
        }
      }
    }
    print(records);
    complaints.forEach(console::say);
    return complaints.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
  }

  /** What all runs have in common, read from one of them. */
  private void printConditions(RunRecord run) {
    if (run.settings() != null) {
      console.print(List.of(run.settings().sentence() + ", seed " + run.seed(), ""));
    }
  }

  private static String name(Job job) {
    return job.strategy().name() + ", " + job.settings().topology();
  }

  /** The same run in simulation and as processes. */
  private List<RunRecord> cell(Job job, Consumer<String> progress, List<String> complaints)
      throws InterruptedException {
    progress.accept("simulation");
    RunRecord simulated = job.record(job.simulate());
    DriveJob driveJob =
        new DriveJob(
            Driven.own(job.strategy(), job.seed(), LogSettings.USUAL, installation),
            job.settings(),
            job.seed());
    DriveOutcome outcome = driveJob.drive(null, progress);
    if (outcome.misbehaving() > 0) {
      complaints.add(name(job) + ": nodes misbehaved; again: " + driveJob.command());
      new Misbehaviors(outcome.misbehaviors()).report(console);
    }
    return List.of(simulated, driveJob.record(outcome));
  }

  private List<Job> jobs() {
    Set<String> places =
        topologies == null
            ? Set.of(run.settings().topology())
            : new LinkedHashSet<>(Arrays.asList(topologies.split(",", -1)));
    List<Job> jobs = new ArrayList<>();
    for (ConfiguredStrategy<?, ?> strategy : strategies.chosen(catalog)) {
      for (String place : places) {
        RunSettings settings = run.settings().with(place);
        SimulationSettings.of(settings, run.seed());
        jobs.add(new Job(strategy, settings, run.seed()));
      }
    }
    return jobs;
  }

  private static boolean isOf(Job job, RunRecord record) {
    return record.strategy().equals(job.strategy().name())
        && job.settings().equals(record.settings())
        && (record.config().isEmpty() || record.config().equals(job.config()));
  }

  private void print(List<RunRecord> records) {
    console.print(output.lines(records, () -> new Fidelity(records).lines()));
  }
}
