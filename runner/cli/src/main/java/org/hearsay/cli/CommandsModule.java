package org.hearsay.cli;

import com.google.inject.AbstractModule;

/** Binds the commands. */
final class CommandsModule extends AbstractModule {

  @Override
  protected void configure() {
    bind(RunnerCommand.class);
    bind(NodeCommand.class);
    bind(CompareCommand.class);
    bind(SimulateCommand.class);
    bind(DriveCommand.class);
    bind(FidelityCommand.class);
    bind(Installation.class).toInstance(Installation.ofThisProcess());
    bind(StrategiesCommand.class);
  }
}
