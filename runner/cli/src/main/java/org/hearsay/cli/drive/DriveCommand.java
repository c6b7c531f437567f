package org.hearsay.cli.drive;

import com.google.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.console.Progress;
import org.hearsay.cli.installed.Installation;
import org.hearsay.cli.installed.InstalledStrategies;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.GuaranteeOptions;
import org.hearsay.cli.options.LogOptions;
import org.hearsay.cli.options.MembershipOptions;
import org.hearsay.cli.options.OutputOptions;
import org.hearsay.cli.options.RunOptions;
import org.hearsay.cli.options.StrategyOption;
import org.hearsay.cli.run.Judgement;
import org.hearsay.cli.run.LettingGoRemark;
import org.hearsay.cli.run.RecordFile;
import org.hearsay.cli.trace.NodeLogs;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.process.DriveOutcome;
import org.hearsay.report.Details;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.hearsay.scenario.check.Served;
import org.hearsay.scenario.text.ShellWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code runner drive}: real processes through Maelstrom's broadcast workload. */
@Command(
    name = "drive",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = {
      "runner/bin/runner drive --bin PATH [OPTION]... [-- ARGUMENT...]",
      "   or: runner/bin/runner drive --strategy=NAME[:KEY=VALUE,...] [OPTION]..."
    },
    description = {
      "Starts one process a node, in any language, speaks Maelstrom's protocol to it on standard"
          + " input and output, runs Maelstrom's broadcast workload, and says what Maelstrom would"
          + " and what it would not.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if the run is strictly valid, 1 if it is not, 2 if the command was not"
          + " understood.",
      "",
      "Examples:",
      "  runner/bin/runner drive --bin ./broadcast.py --node-count 5 --time-limit 5 --rate 10",
      "  runner/bin/runner drive --bin ./gossip --nemesis partition -- --verbose",
      "  runner/bin/runner drive --strategy=delta-ack --loss=0.05 --logs logs"
    })
public final class DriveCommand implements Callable<Integer> {
  /** Clients that lag more measure this machine and not the nodes. */
  private static final long MOST_LATE_MICROS = 500_000;

  private final StrategyCatalog catalog;
  private final MembershipCatalog memberships;
  private final Installation installation;
  private final Console console;

  @Option(
      names = "--bin",
      paramLabel = "PATH",
      description = "The program that is a node; what follows -- are its arguments.")
  private @Nullable Path bin;

  @Parameters(paramLabel = "ARGUMENT", hidden = true)
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--strategy",
      paramLabel = "NAME[:KEY=VALUE,...]",
      completionCandidates = InstalledStrategies.class,
      description =
          "Instead of --bin: run nodes of this project with this strategy, one of "
              + InstalledStrategies.NAMES
              + ".")
  private @Nullable String strategy;

  @Option(
      names = {"-w", "--workload"},
      paramLabel = "NAME",
      description =
          "What clients do: broadcast (Maelstrom's workload: each waits for its answer before it asks"
              + " again) or broadcasts (alone, at equal gaps, however long answers take: so nodes can"
              + " be asked for more than they can do). Default: broadcast.")
  private String workload = "broadcast";

  @Option(
      names = "--init-timeout",
      paramLabel = "S",
      description =
          "How long a node may take from its start to its answer to init, in seconds."
              + " Default: ${DEFAULT-VALUE}, as Maelstrom's.")
  private BigDecimal initTimeout = BigDecimal.TEN;

  @Option(
      names = "--logs",
      paramLabel = "DIR",
      description =
          "Keep what each node writes to standard error in this folder, as n0.log and so on. It is"
              + " made if it is not there, and files of such names in it are deleted first.")
  private @Nullable Path logs;

  @Mixin private MembershipOptions membership = new MembershipOptions();

  @Option(
      names = GuaranteeOptions.DATA,
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "DIR",
      description =
          "Nodes keep what was acknowledged, each in a folder of its own within this one, which has"
              + " to be new or empty. Without DIR: within a temporary folder, deleted at the end."
              + " Default: in memory alone.")
  private @Nullable String data;

  @Mixin private GuaranteeOptions guarantees = new GuaranteeOptions();
  @Mixin private LogOptions log = new LogOptions();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Inject
  DriveCommand(
      StrategyCatalog catalog,
      MembershipCatalog memberships,
      Installation installation,
      Console console) {
    this.catalog = catalog;
    this.memberships = memberships;
    this.installation = installation;
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    OutputOptions.Format format = output.format();
    RunOptions.requirePositive("--init-timeout", initTimeout);
    RunSettings settings = settings();
    DriveJob job = new DriveJob(driven(settings.nodeCount()), settings, run.seed(), initTimeout);
    job.refusal()
        .ifPresent(
            reason -> {
              throw new BadOptionException(reason);
            });
    try (RecordFile file = output.recordFile();
        DataPlace place = DataPlace.of(data)) {
      prepareLogs();
      if (format == OutputOptions.Format.TABLE) {
        console.print(inputs(job));
        console.print(place.lines());
      }
      DriveOutcome outcome = drive(job, place);
      RunRecord record = job.record(outcome);
      file.add(record);
      if (format != OutputOptions.Format.TABLE) {
        new Misbehaviors(outcome.misbehaviors()).report(console);
      }
      console.print(output.lines(List.of(record), () -> page(job, outcome, record)));
      return outcome.valid() ? ExitStatus.OK : ExitStatus.FAILED;
    }
  }

  private RunSettings settings() {
    RunSettings usual = RunOptions.CHALLENGE;
    return switch (workload) {
      case "broadcast" -> run.settings(usual);
      case "broadcasts" -> run.settings(usual.with(usual.orUsual().in(workload, null)));
      default ->
          throw new BadOptionException(
              "There is no workload " + workload + " here, only broadcast and broadcasts");
    };
  }

  /** Has a place for logs in which there are none: those of an earlier run are not of this one. */
  private void prepareLogs() {
    if (logs == null) {
      return;
    }
    try {
      Files.createDirectories(logs);
      for (Path log : NodeLogs.ofNodes(logs)) {
        Files.delete(log);
      }
      Files.delete(Files.createTempFile(logs, "n", ".log"));
    } catch (IOException e) {
      throw new BadOptionException("--logs=" + logs + " is no folder that can be written to");
    }
  }

  private Driven driven(int nodes) {
    if (bin == null) {
      if (!arguments.isEmpty()) {
        throw new BadOptionException(
            "There is no command or argument \"" + arguments.get(0) + "\" without --bin");
      }
      if (strategy == null) {
        throw new BadOptionException(
            "Say what to run: a program as --bin=PATH, or --strategy=NAME; installed: "
                + catalog.all().stream()
                    .map(StrategyDescriptor::name)
                    .collect(Collectors.joining(", ")));
      }
      Guarantees guaranteed = guarantees.chosen(data != null, nodes);
      return Driven.own(
          StrategyOption.parse(catalog, strategy)
              .within(membership.chosen(memberships).ofProcesses())
              .guaranteeing(guaranteed),
          Objects.requireNonNullElse(data, ""),
          run.seed(),
          log.settings().showing(guaranteed.trail()),
          installation);
    }
    if (strategy != null) {
      throw new BadOptionException(
          "Give --bin or --strategy, not both; options of the program go behind --");
    }
    Stream.concat(guarantees.options(data).keySet().stream(), log.given().stream())
        .findFirst()
        .ifPresent(
            option -> {
              throw new BadOptionException(
                  "--"
                      + option
                      + " is for nodes of this project, with --strategy; options of the program go"
                      + " behind --");
            });
    return Driven.program(bin, arguments);
  }

  private DriveOutcome drive(DriveJob job, DataPlace place) throws InterruptedException {
    try (Progress progress = new Progress(console)) {
      return job.drive(logs, place.folder(), progress::show);
    }
  }

  private static List<String> inputs(DriveJob job) {
    List<String> lines =
        new ArrayList<>(
            Details.inputs(
                job.driven().name(),
                job.driven().config(),
                job.driven().membership(),
                job.driven().guarantees(),
                job.settings(),
                Long.toString(job.seed())));
    lines.add("process     " + ShellWords.join(job.driven().command()));
    return lines;
  }

  private static List<String> page(DriveJob job, DriveOutcome outcome, RunRecord record) {
    List<String> page = new ArrayList<>();
    page.add("");
    page.addAll(Details.metrics(record));
    page.add("");
    page.addAll(Details.maelstrom(record.maelstrom()));
    page.add("");
    Misbehaviors misbehaviors = new Misbehaviors(outcome.misbehaviors());
    page.addAll(new Judgement(outcome.maelstrom(), outcome.strict(), misbehaviors.wrong()).lines());
    LettingGoRemark.of(List.of(record)).ifPresent(page::add);
    job.remark(outcome).ifPresent(page::add);
    page.add(answers(outcome.served()));
    if (outcome.mostLateMicros() > MOST_LATE_MICROS) {
      page.add(
          String.format(
              Locale.ROOT,
              "Clients asked up to %.1f s late: this machine cannot ask so often, and answers look"
                  + " later than they were. Take a lower --rate.",
              outcome.mostLateMicros() / 1e6));
    }
    page.addAll(misbehaviors.lines());
    page.add("");
    page.add("again  " + record.command());
    return page;
  }

  private static String answers(Served served) {
    return String.format(
        Locale.ROOT,
        "Of %,d broadcasts %,d were accepted, %,d refused, and %,d not answered within 5 s.",
        served.accepted() + served.refused() + served.unanswered(),
        served.accepted(),
        served.refused(),
        served.unanswered());
  }
}
