package org.hearsay.cli.catalog;

import com.google.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.api.plugin.Trait;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.installed.InstalledStrategies;
import org.hearsay.cli.installed.Version;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runner strategies}: what is installed, and what one of them is about. */
@Command(
    name = "strategies",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    customSynopsis = "runner/bin/runner strategies [NAME]",
    description = {
      "Lists the strategies that are installed or, with a name, says what there is to know of one.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  runner/bin/runner strategies",
      "  runner/bin/runner strategies delta-ack"
    })
public final class StrategiesCommand implements Callable<Integer> {
  private final StrategyCatalog catalog;
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = InstalledStrategies.class,
      description = "The strategy to describe, one of " + InstalledStrategies.NAMES + ".")
  private @Nullable String name;

  @Inject
  StrategiesCommand(StrategyCatalog catalog, Console console) {
    this.catalog = catalog;
    this.console = console;
  }

  @Override
  public Integer call() {
    console.print(name == null ? PluginPages.list(catalog.all()) : describe(name));
    return ExitStatus.OK;
  }

  private List<String> describe(String wanted) {
    ConfiguredStrategy<?, ?> strategy = ConfiguredStrategy.withDefaults(catalog.find(wanted));
    return PluginPages.describe(strategy, Trait.values(), WireExamples.of(strategy));
  }
}
