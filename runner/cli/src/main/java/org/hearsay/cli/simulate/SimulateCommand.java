package org.hearsay.cli.simulate;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hearsay.chaos.check.Complaint;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.console.Interruption;
import org.hearsay.cli.console.Progress;
import org.hearsay.cli.installed.InstalledStrategies;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.GuaranteeOptions;
import org.hearsay.cli.options.MembershipOptions;
import org.hearsay.cli.options.OutputOptions;
import org.hearsay.cli.options.RunOptions;
import org.hearsay.cli.options.SeedRange;
import org.hearsay.cli.options.StrategyOption;
import org.hearsay.cli.options.VirtualDisks;
import org.hearsay.cli.run.Experiment;
import org.hearsay.cli.run.Job;
import org.hearsay.cli.run.Judgement;
import org.hearsay.cli.run.LettingGoRemark;
import org.hearsay.cli.run.Promise;
import org.hearsay.cli.run.RecordFile;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.report.Details;
import org.hearsay.report.Repeats;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.hearsay.report.Verdict;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.StrategyFailedException;
import org.hearsay.simulation.WorldKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runner simulate}: one run in detail, or the same with many seeds. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner simulate --strategy=NAME[:KEY=VALUE,...] [OPTION]...",
    description = {
      "Runs one strategy through Maelstrom's broadcast workload in a simulation, and prints all that"
          + " was measured, what Maelstrom would say of it, and what a client would.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if every run is strictly valid and, where it is one of up to 2,000 nodes, breaks"
          + " no law (runner/chaos/README.md); 1 if one is not or failed; 2 if"
          + " the command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner simulate --strategy=flood",
      "  runner/bin/runner simulate --strategy=delta-ack:interval=50ms --loss=0.1 --seed=7",
      "  runner/bin/runner simulate --strategy=push-pull --node-count=200 --topology=random",
      "  runner/bin/runner simulate --strategy=fanout --loss=0.02 --seeds=1..100",
      "  runner/bin/runner simulate --strategy=spanning-tree --nodes=1000000",
      "  runner/bin/runner simulate --strategy=flood --node-count=3 --broadcasts=n0@0s --step"
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final int SHOWN_COMPLAINTS = 10;

  private final StrategyCatalog catalog;
  private final MembershipCatalog memberships;
  private final Console console;

  @Option(
      names = "--strategy",
      paramLabel = "NAME[:KEY=VALUE,...]",
      completionCandidates = InstalledStrategies.class,
      description = InstalledStrategies.WHAT_TO_RUN)
  private @Nullable String strategy;

  @Option(
      names = "--seeds",
      paramLabel = "A..B",
      description =
          "Run once with each of these seeds, on all cores, and print of each metric the mean, the"
              + " 95 %% confidence interval of the mean, the least and the most.")
  private @Nullable String seeds;

  @Option(
      names = "--trace",
      paramLabel = "LINES",
      description =
          "Print the beginning of what happens: who sent what to whom and when, what was"
              + " lost, what broke.")
  private int trace;

  @Option(
      names = "--step",
      description =
          "Print what happens step by step, each when Enter is pressed; a number goes so many steps,"
              + " q to the end.")
  private boolean step;

  @Mixin private MembershipOptions membership = new MembershipOptions();
  @Mixin private VirtualDisks disks = new VirtualDisks();
  @Mixin private GuaranteeOptions guarantees = new GuaranteeOptions();
  @Mixin private SizeOptions size = new SizeOptions();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Inject
  SimulateCommand(StrategyCatalog catalog, MembershipCatalog memberships, Console console) {
    this.catalog = catalog;
    this.memberships = memberships;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    ConfiguredStrategy<?, ?> chosen =
        StrategyOption.parse(catalog, strategy)
            .within(membership.chosen(memberships))
            .guaranteeing(guarantees.chosen(disks.asked(), size.settings(run).nodeCount()));
    if (trace < 0 || (trace > 0 && seeds != null)) {
      throw new BadOptionException("--trace needs 1 line or more, and a single run");
    }
    if (step && (trace > 0 || seeds != null || output.format() != OutputOptions.Format.TABLE)) {
      throw new BadOptionException("--step goes with a single run, a table, and without --trace");
    }
    if (!chosen.guarantees().isNone()
        && new Job(chosen, size.settings(run), run.seed()).world() == WorldKind.SCALE) {
      throw new BadOptionException(
          GuaranteeWords.words(chosen.guarantees()).get(0)
              + " is a matter of real runtimes, which the scale world does without: say"
              + " --world=faithful, which takes up to 10,000 nodes");
    }
    if (seeds == null) {
      return once(chosen);
    }
    if (run.choosesSeed()) {
      throw new BadOptionException("Give --seed or --seeds, not both");
    }
    return repeatedly(chosen, SeedRange.parse(seeds));
  }

  private int once(ConfiguredStrategy<?, ?> chosen) {
    OutputOptions.Format format = output.format();
    Job job = new Job(chosen, size.settings(run), run.seed());
    try (RecordFile file = output.recordFile();
        Interruption interruption = new Interruption()) {
      if (format == OutputOptions.Format.TABLE) {
        console.print(job.inputs(Long.toString(job.seed())));
      }
      if (Pilot.isWorthIt(job.settings())) {
        console.say(Pilot.expect(job));
      }
      Witness witness = step ? new Witness(job, new Steps(console)) : new Witness(job, trace);
      Outcome outcome = simulate(job, interruption, witness);
      if (format == OutputOptions.Format.TABLE && trace > 0) {
        console.print(List.of(""));
        console.print(witness.trace());
      }
      if (interruption.happened()) {
        return showPart(job.partialRecord(outcome), file);
      }
      RunRecord record = job.record(outcome);
      file.add(record);
      console.print(output.lines(List.of(record), () -> page(job, outcome, record)));
      List<Complaint> complaints = witness.complaints(outcome);
      complaints.forEach(
          complaint -> console.say("it breaks a law of every run, " + complaint.text()));
      return outcome.strict().valid() && complaints.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
    } catch (StrategyFailedException e) {
      console.say(e.getMessage() + "; again: " + job.command());
      Objects.requireNonNullElse(e.getCause(), e).printStackTrace(console.err());
      return ExitStatus.FAILED;
    }
  }

  /** Results come in the order of the seeds, whatever the number of threads. */
  private int repeatedly(ConfiguredStrategy<?, ?> chosen, SeedRange range)
      throws InterruptedException {
    OutputOptions.Format format = output.format();
    RunSettings settings = size.settings(run);
    List<Job> jobs = range.stream().mapToObj(seed -> new Job(chosen, settings, seed)).toList();
    List<RunRecord> records = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    try (RecordFile file = output.recordFile();
        Progress progress = new Progress(console)) {
      if (format == OutputOptions.Format.TABLE) {
        console.print(jobs.get(0).inputs(range.first() + ".." + range.last()));
      }
      new Experiment(jobs, progress)
          .run(
              (job, record) -> {
                file.add(record);
                records.add(record);
                if (!Boolean.TRUE.equals(record.metrics().valid())) {
                  complaints.add(
                      "seed "
                          + job.seed()
                          + " is invalid ("
                          + Verdict.strict(record.metrics())
                          + "); see: "
                          + job.command());
                }
              },
              (job, reason) -> complaints.add(reason + "; again: " + job.command()));
    }
    console.print(output.lines(records, () -> repeats(records)));
    complaints.stream().limit(SHOWN_COMPLAINTS).forEach(console::say);
    if (complaints.size() > SHOWN_COMPLAINTS) {
      console.say("and " + (complaints.size() - SHOWN_COMPLAINTS) + " more seeds");
    }
    return complaints.isEmpty() ? ExitStatus.OK : ExitStatus.FAILED;
  }

  private static List<String> repeats(List<RunRecord> records) {
    List<String> page = new ArrayList<>();
    page.add("");
    page.addAll(new Repeats(records).lines());
    page.add("");
    long valid =
        records.stream().filter(record -> Boolean.TRUE.equals(record.metrics().valid())).count();
    page.add(valid + " of " + records.size() + " runs are strictly valid.");
    return page;
  }

  private Outcome simulate(Job job, Interruption interruption, Witness witness) {
    if (step) {
      return job.simulate(soFar -> !interruption.happened(), witness.observers());
    }
    try (Progress progress = new Progress(console)) {
      return job.simulate(
          new RunWatch(progress, interruption, job.settings()), witness.observers());
    }
  }

  /**
   * What was measured until Ctrl-C: no verdict, as what is missing may only have been under way.
   */
  private int showPart(RunRecord record, RecordFile file) {
    file.add(record);
    console.print(output.lines(List.of(record), () -> Details.metrics(record)));
    console.say("interrupted: this is what was measured until then, and nothing was judged");
    return ExitStatus.FAILED;
  }

  private static List<String> page(Job job, Outcome outcome, RunRecord record) {
    List<String> page = new ArrayList<>();
    page.add("");
    page.addAll(Details.metrics(record));
    page.add("");
    Judgement judgement = new Judgement(outcome.maelstrom(), outcome.strict());
    if (job.settings().orUsual().workload() == null) {
      page.addAll(Details.maelstrom(record.maelstrom()));
      page.add("");
      page.addAll(judgement.lines());
      LettingGoRemark.of(List.of(record)).ifPresent(page::add);
    } else {
      page.addAll(judgement.strictLines());
    }
    if (!outcome.strict().missing().isEmpty()) {
      page.add(job.strategy().name() + " " + new Promise(job).remark() + ".");
    }
    page.add("");
    page.add("trace hash  " + record.traceHash());
    page.add("again       " + record.command());
    return page;
  }
}
