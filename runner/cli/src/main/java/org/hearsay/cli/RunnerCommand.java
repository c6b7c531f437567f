package org.hearsay.cli;

import com.google.inject.Inject;
import java.nio.file.Path;
import org.hearsay.cli.catalog.DetectorsCommand;
import org.hearsay.cli.catalog.OverlaysCommand;
import org.hearsay.cli.catalog.StrategiesCommand;
import org.hearsay.cli.chaos.ChaosCommand;
import org.hearsay.cli.compare.CompareCommand;
import org.hearsay.cli.compare.FrontierCommand;
import org.hearsay.cli.drive.DriveCommand;
import org.hearsay.cli.drive.FidelityCommand;
import org.hearsay.cli.installed.Plugins;
import org.hearsay.cli.installed.Version;
import org.hearsay.cli.maelstrom.ImportCommand;
import org.hearsay.cli.maelstrom.MaelstromCommand;
import org.hearsay.cli.newstrategy.NewStrategyCommand;
import org.hearsay.cli.node.NodeCommand;
import org.hearsay.cli.report.ReportCommand;
import org.hearsay.cli.reproduce.MemoryCommand;
import org.hearsay.cli.reproduce.ReproduceCommand;
import org.hearsay.cli.simulate.SimulateCommand;
import org.hearsay.cli.trace.TraceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code runner} without a command: says what there is. */
@Command(
    name = "runner",
    mixinStandardHelpOptions = true,
    customSynopsis = {
      "runner/bin/runner COMMAND [OPTION]...",
      "       runner/bin/runner --strategy=NAME"
    },
    versionProvider = Version.class,
    subcommands = {
      CompareCommand.class,
      SimulateCommand.class,
      ChaosCommand.class,
      DriveCommand.class,
      TraceCommand.class,
      FrontierCommand.class,
      FidelityCommand.class,
      MaelstromCommand.class,
      ImportCommand.class,
      ReportCommand.class,
      ReproduceCommand.class,
      MemoryCommand.class,
      StrategiesCommand.class,
      OverlaysCommand.class,
      DetectorsCommand.class,
      NewStrategyCommand.class,
      NodeCommand.class
    },
    description = {
      "Hearsay, a testbed for gossip: which strategy spreads rumors best, at what cost, and does it"
          + " lose any?"
    },
    footer = {
      "",
      "Examples:",
      "  runner/bin/runner compare                        every strategy in one table",
      "  runner/bin/runner simulate --strategy=flood      one run in detail",
      "  runner/bin/runner chaos                          random runs until something goes wrong",
      "  runner/bin/runner frontier                       what each latency costs in messages",
      "  runner/bin/runner reproduce                      published figures, derived again",
      "  runner/bin/runner drive --bin ./my-node          your own node, as Maelstrom would run it",
      "  runner/bin/runner trace value=42 --logs DIR      a rumor's way, from the logs of nodes",
      "  runner/bin/runner maelstrom --maelstrom DIR      the same table from genuine Maelstrom",
      "  runner/bin/runner import results.edn             a run that Maelstrom has made, as a record",
      "  runner/bin/runner strategies delta-ack           one strategy: idea, paper, options",
      "  runner/bin/runner --strategy=delta-ack           a node for Maelstrom, on stdin and stdout",
      "",
      "Each command has its own --help."
    })
final class RunnerCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  /** Has been read by {@link Plugins} when commands are made; here it is known to all of them. */
  @Option(
      names = Plugins.OPTION,
      paramLabel = "PATH",
      scope = ScopeType.INHERIT,
      description =
          "Strategies, overlays and detectors of your own besides the built-in ones: a jar, or a"
              + " folder of jars. Default: what the variable "
              + Plugins.VARIABLE
              + " says.")
  void plugins(Path place) {}

  @Inject
  RunnerCommand() {}

  @Override
  public void run() {
    CommandLine self = spec.commandLine();
    self.usage(self.getOut());
  }
}
