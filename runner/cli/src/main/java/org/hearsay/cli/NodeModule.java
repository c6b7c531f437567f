package org.hearsay.cli;

import com.google.inject.AbstractModule;

/** Binds what a node needs besides its strategies. */
final class NodeModule extends AbstractModule {
  private final Console console;

  NodeModule(Console console) {
    this.console = console;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    bind(Console.class).toInstance(console);
    bind(NodeProcess.class);
  }
}
