package org.hearsay.cli;

import com.google.inject.Inject;
import org.hearsay.node.maelstrom.StdioHost;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.StrategyCatalog;

/** One node on standard input and output. */
final class NodeProcess {
  private final StrategyCatalog catalog;
  private final Console console;

  @Inject
  NodeProcess(StrategyCatalog catalog, Console console) {
    this.catalog = catalog;
    this.console = console;
  }

  /**
   * Runs until the input ends, and returns the exit status.
   *
   * @throws BadOptionException if there is no such strategy, option or value
   */
  int run(NodeOptions options) throws InterruptedException {
    StdioHost host =
        new StdioHost(
            catalog.parse(options.strategy()),
            options.seed(),
            console.in(),
            console.out(),
            console::say);
    Runtime.getRuntime().addShutdownHook(new Thread(host::leave, "leave"));
    host.run();
    return ExitStatus.OK;
  }
}
