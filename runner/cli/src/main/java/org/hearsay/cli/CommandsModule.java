package org.hearsay.cli;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;
import org.hearsay.cli.catalog.DetectorsCommand;
import org.hearsay.cli.catalog.OverlaysCommand;
import org.hearsay.cli.catalog.StrategiesCommand;
import org.hearsay.cli.chaos.ChaosCommand;
import org.hearsay.cli.compare.CompareCommand;
import org.hearsay.cli.compare.FrontierCommand;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.drive.DriveCommand;
import org.hearsay.cli.drive.FidelityCommand;
import org.hearsay.cli.installed.Installation;
import org.hearsay.cli.installed.InstalledDetectors;
import org.hearsay.cli.installed.InstalledOverlays;
import org.hearsay.cli.installed.InstalledStrategies;
import org.hearsay.cli.maelstrom.ImportCommand;
import org.hearsay.cli.maelstrom.MaelstromCommand;
import org.hearsay.cli.newstrategy.NewStrategyCommand;
import org.hearsay.cli.node.NodeCommand;
import org.hearsay.cli.node.NodeProcess;
import org.hearsay.cli.report.ReportCommand;
import org.hearsay.cli.reproduce.MemoryCommand;
import org.hearsay.cli.reproduce.ReproduceCommand;
import org.hearsay.cli.simulate.SimulateCommand;
import org.hearsay.cli.trace.TraceCommand;

/** Binds the commands and what they share; where programs are, unless another module says it. */
final class CommandsModule extends AbstractModule {
  private final Console console;

  CommandsModule(Console console) {
    this.console = console;
  }

  @Override
  protected void configure() {
    bind(Console.class).toInstance(console);
    bind(NodeProcess.class);
    bind(InstalledStrategies.class);
    bind(InstalledOverlays.class);
    bind(InstalledDetectors.class);
    bind(RunnerCommand.class);
    bind(NodeCommand.class);
    bind(CompareCommand.class);
    bind(SimulateCommand.class);
    bind(ChaosCommand.class);
    bind(DriveCommand.class);
    bind(TraceCommand.class);
    bind(FidelityCommand.class);
    bind(FrontierCommand.class);
    bind(MaelstromCommand.class);
    bind(ImportCommand.class);
    bind(ReportCommand.class);
    bind(ReproduceCommand.class);
    bind(MemoryCommand.class);
    bind(StrategiesCommand.class);
    bind(OverlaysCommand.class);
    bind(DetectorsCommand.class);
    bind(NewStrategyCommand.class);
    OptionalBinder.newOptionalBinder(binder(), Installation.class)
        .setDefault()
        .toInstance(Installation.ofThisProcess());
  }
}
