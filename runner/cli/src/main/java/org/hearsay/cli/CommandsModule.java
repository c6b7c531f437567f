package org.hearsay.cli;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;

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
