package org.hearsay.cli.catalog;

import com.google.inject.Inject;
import java.util.concurrent.Callable;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.installed.InstalledDetectors;
import org.hearsay.cli.installed.InstalledStrategies;
import org.hearsay.cli.installed.Version;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runner detectors}: what is installed, and what one of them is about. */
@Command(
    name = "detectors",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    customSynopsis = "runner/bin/runner detectors [NAME]",
    description = {
      "Lists the failure detectors that are installed or, with a name, says what there is to know of one.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  runner/bin/runner detectors",
      "  runner/bin/runner detectors lifeguard"
    })
public final class DetectorsCommand implements Callable<Integer> {
  private final MembershipCatalog catalog;
  private final StrategyCatalog strategies;
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = InstalledDetectors.class,
      description = "The detector to describe, one of " + InstalledStrategies.NAMES + ".")
  private @Nullable String name;

  @Inject
  DetectorsCommand(MembershipCatalog catalog, StrategyCatalog strategies, Console console) {
    this.catalog = catalog;
    this.strategies = strategies;
    this.console = console;
  }

  @Override
  public Integer call() {
    console.print(
        name == null
            ? PluginPages.list(catalog.detectors())
            : MembershipPages.detector(catalog, strategies, name));
    return ExitStatus.OK;
  }
}
