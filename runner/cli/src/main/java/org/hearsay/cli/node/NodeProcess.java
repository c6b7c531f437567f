package org.hearsay.cli.node;

import com.google.inject.Inject;
import com.google.inject.Provider;
import java.nio.file.Path;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.journal.Slf4jJournal;
import org.hearsay.node.maelstrom.StdioHost;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.node.store.DataFolder;
import org.hearsay.node.store.StoreException;
import org.hearsay.node.store.Stores;

/** One node on standard input and output. */
public final class NodeProcess {
  private final StrategyCatalog catalog;
  private final Provider<MembershipCatalog> memberships;
  private final Console console;

  /** Nodes of what is installed; what is around strategies is looked up where it is wanted. */
  @Inject
  public NodeProcess(
      StrategyCatalog catalog, Provider<MembershipCatalog> memberships, Console console) {
    this.catalog = catalog;
    this.memberships = memberships;
    this.console = console;
  }

  /**
   * Runs until the input ends, and returns the exit status.
   *
   * @throws BadOptionException if there is no such strategy, option or value
   */
  public int run(NodeOptions options) throws InterruptedException {
    options.log().showing(options.guarantees().containsKey(GuaranteeWords.TRAIL));
    StdioHost host =
        new StdioHost(
            configured(options),
            options.seed(),
            stores(options),
            console.in(),
            console.out(),
            new Slf4jJournal(
                options.log().level(), () -> Logging.to(console.err(), options.log())));
    Runtime.getRuntime().addShutdownHook(new Thread(host::leave, "leave"));
    try {
      host.run();
    } catch (StoreException e) {
      console.say(e.sentence());
      return ExitStatus.FAILED;
    }
    return ExitStatus.OK;
  }

  private static Stores stores(NodeOptions options) {
    String folder = options.guarantees().get(GuaranteeWords.DATA);
    if (folder == null) {
      if (options.salvage()) {
        throw new BadOptionException(NodeOptions.SALVAGE + " is for data: give --data=DIR, too");
      }
      return Stores.NONE;
    }
    if (folder.isEmpty()) {
      throw new BadOptionException("A node needs a folder for its data: --data=DIR");
    }
    return new DataFolder(Path.of(folder), options.salvage());
  }

  private static void requireHeapFor(long bytes) {
    long heap = Runtime.getRuntime().maxMemory();
    if (bytes > heap) {
      throw new BadOptionException(
          "--max-memory="
              + bytes
              + " is more than this JVM has, which is "
              + heap
              + " bytes: give less, or more to the JVM, as in HEARSAY_JAVA_OPTS=-Xmx4g");
    }
  }

  private ConfiguredStrategy<?, ?> configured(NodeOptions options) {
    ConfiguredStrategy<?, ?> strategy = catalog.parse(options.strategy());
    if (!options.guarantees().isEmpty()) { // Else no time is spent on what they are.
      Guarantees guarantees = GuaranteeWords.parse(options.guarantees());
      requireHeapFor(guarantees.retention().memoryBytes());
      strategy = strategy.guaranteeing(guarantees);
    }
    return options.overlay() == null && options.detector() == null
        ? strategy
        : strategy.within(
            memberships
                .get()
                .parse(options.overlay(), options.detector(), options.contacts())
                .ofProcesses());
  }
}
