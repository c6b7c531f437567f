package org.hearsay.cli.maelstrom;

import com.google.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hearsay.cli.compare.ComparisonPage;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.installed.Installation;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.options.GuaranteeOptions;
import org.hearsay.cli.options.LogOptions;
import org.hearsay.cli.options.MembershipOptions;
import org.hearsay.cli.options.OutputOptions;
import org.hearsay.cli.options.RunOptions;
import org.hearsay.cli.options.StrategiesOption;
import org.hearsay.cli.run.Job;
import org.hearsay.cli.run.RecordFile;
import org.hearsay.maelstrom.BroadcastRun;
import org.hearsay.maelstrom.FailedRunException;
import org.hearsay.maelstrom.MaelstromProgram;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code runner maelstrom}: several strategies under genuine Maelstrom, in one table. */
@Command(
    name = "maelstrom",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    customSynopsis = "runner/bin/runner maelstrom [--maelstrom PATH] [OPTION]...",
    description = {
      "Runs genuine Maelstrom's broadcast test once with each strategy, one after the other, and"
          + " prints one table of its results.",
      "What Maelstrom has no option for is refused: --loss, --network=ideal, another --quiet, the"
          + " nemeses kill and pause, the topologies ring and random.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 if all runs are valid for Maelstrom, 1 if one is not or failed, or Maelstrom is"
          + " not there,",
      "2 if the command was not understood.",
      "",
      "Examples:",
      "  runner/bin/runner maelstrom --maelstrom ~/maelstrom",
      "  runner/bin/runner maelstrom --strategies=flood,delta-ack --topology=tree4 --store runs",
      "  runner/bin/runner maelstrom --strategies=delta-ack --nemesis=partition --out runs.ndjson"
    })
public final class MaelstromCommand implements Callable<Integer> {
  private static final String HOW_TO_GET_IT =
      "; get it from https://github.com/jepsen-io/maelstrom/releases (it needs a JDK, graphviz and"
          + " gnuplot), unpack it, and say --maelstrom DIR/maelstrom";
  private static final String NO_LAUNCHER =
      "Maelstrom is to start nodes by runner/bin/runner: start this command by it as well";

  private final StrategyCatalog catalog;
  private final MembershipCatalog memberships;
  private final Installation installation;
  private final Console console;

  @Option(
      names = "--maelstrom",
      paramLabel = "PATH",
      description =
          "Maelstrom's script, or the folder that holds it. Default: the maelstrom on your PATH.")
  private @Nullable Path maelstrom;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description =
          "Where Maelstrom works and leaves its store, with logs and charts. Default: a new folder"
              + " that is removed if all went well.")
  private @Nullable Path store;

  @Mixin private StrategiesOption strategies = new StrategiesOption();
  @Mixin private MembershipOptions membership = new MembershipOptions();

  @Option(names = GuaranteeOptions.DATA, arity = "0..1", fallbackValue = "", hidden = true)
  private @Nullable String data;

  @Mixin private GuaranteeOptions guarantees = new GuaranteeOptions();
  @Mixin private LogOptions log = new LogOptions();
  @Mixin private RunOptions run = new RunOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Inject
  MaelstromCommand(
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
    RunSettings settings = run.settings();
    if (data != null) {
      throw new BadOptionException(
          "Maelstrom starts all nodes with the same words, and each needs its own folder: leave out "
              + GuaranteeOptions.DATA
              + ", or take the command drive");
    }
    Guarantees guaranteed = guarantees.chosen(false, settings.nodeCount());
    log.settings().showing(guaranteed.trail());
    List<Job> jobs =
        strategies.chosen(catalog, surroundings(), guaranteed).stream()
            .map(strategy -> new Job(strategy, settings, run.seed()))
            .toList();
    Optional<String> refusal = BroadcastRun.refusal(settings);
    if (refusal.isPresent()) {
      throw new BadOptionException(refusal.get());
    }
    Optional<MaelstromProgram> program =
        MaelstromProgram.find(maelstrom, installation.searchPath());
    Optional<Path> launcher = installation.launcher();
    if (program.isEmpty() || launcher.isEmpty()) {
      console.say(program.isEmpty() ? whereMaelstromIsNot() + HOW_TO_GET_IT : NO_LAUNCHER);
      return ExitStatus.FAILED;
    }
    if (maelstrom != null && !program.get().isNamed(maelstrom)) {
      console.say(maelstrom + " cannot be started; taking " + program.get().script());
    }
    try (RecordFile file = output.recordFile();
        WorkFolder folder = WorkFolder.of(store)) {
      if (format == OutputOptions.Format.TABLE) {
        console.print(
            ComparisonPage.inputs(
                jobs.stream().<ConfiguredStrategy<?, ?>>map(Job::strategy).toList(),
                settings,
                run.seed()));
      }
      List<RunRecord> records = new ArrayList<>();
      for (int i = 0; i < jobs.size(); i++) {
        console.say((i + 1) + "/" + jobs.size() + " " + announcement(jobs.get(i)));
        make(jobs.get(i), program.get(), launcher.get(), folder.path())
            .ifPresent(
                record -> {
                  file.add(record);
                  records.add(record);
                });
      }
      int failed = jobs.size() - records.size();
      console.print(
          output.lines(
              records,
              () ->
                  records.isEmpty()
                      ? List.of()
                      : ComparisonPage.results(records, catalog.bounds(), failed)));
      if (failed == 0 && records.stream().allMatch(MaelstromCommand::isValid)) {
        return ExitStatus.OK;
      }
      folder.keep().ifPresent(kept -> console.say("Maelstrom's logs and charts are in " + kept));
      return ExitStatus.FAILED;
    }
  }

  private List<ConfiguredMembership> surroundings() {
    return membership.all(memberships).stream().map(ConfiguredMembership::ofProcesses).toList();
  }

  private String whereMaelstromIsNot() {
    return maelstrom == null
        ? "There is no Maelstrom on your PATH"
        : "There is no Maelstrom to start at " + maelstrom + ", nor on your PATH";
  }

  private Optional<RunRecord> make(Job job, MaelstromProgram program, Path launcher, Path folder)
      throws InterruptedException {
    BroadcastRun next =
        new BroadcastRun(
            job.strategy().name(),
            job.config(),
            Stream.concat(job.strategy().words().stream(), log.settings().words().stream())
                .toList(),
            job.settings(),
            job.seed());
    try {
      return Optional.of(
          program
              .run(next, launcher, folder)
              .within(job.membership())
              .guaranteeing(job.guarantees()));
    } catch (FailedRunException e) {
      console.say(
          job.strategy().name() + " failed: " + e.getMessage() + "; again: " + next.command());
      e.lastLines().forEach(line -> console.err().println("  " + line));
      return Optional.empty();
    }
  }

  private static String announcement(Job job) {
    BigDecimal seconds = job.settings().timeLimit().add(job.settings().quiet());
    return job.strategy().name()
        + " under Maelstrom, for "
        + seconds.toPlainString()
        + " s and some";
  }

  private static boolean isValid(RunRecord run) {
    return run.metrics().validMaelstrom().equals("true");
  }
}
