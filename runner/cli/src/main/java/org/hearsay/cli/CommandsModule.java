package org.hearsay.cli;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.OptionalBinder;

/** Binds the commands, and where programs are unless another module says it. */
final class CommandsModule extends AbstractModule {

  @Override
  protected void configure() {
    bind(RunnerCommand.class);
    bind(NodeCommand.class);
    bind(CompareCommand.class);
    bind(SimulateCommand.class);
    bind(DriveCommand.class);
    bind(FidelityCommand.class);
    bind(MaelstromCommand.class);
    bind(ImportCommand.class);
    bind(StrategiesCommand.class);
    OptionalBinder.newOptionalBinder(binder(), Installation.class)
        .setDefault()
        .toInstance(Installation.ofThisProcess());
  }
}
