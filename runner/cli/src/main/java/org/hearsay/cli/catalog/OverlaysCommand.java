package org.hearsay.cli.catalog;

import com.google.inject.Inject;
import java.util.concurrent.Callable;
import org.hearsay.cli.console.Console;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.installed.InstalledOverlays;
import org.hearsay.cli.installed.InstalledStrategies;
import org.hearsay.cli.installed.Version;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code runner overlays}: what is installed, and what one of them is about. */
@Command(
    name = "overlays",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    customSynopsis = "runner/bin/runner overlays [NAME]",
    description = {
      "Lists the overlays that are installed or, with a name, says what there is to know of one.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  runner/bin/runner overlays",
      "  runner/bin/runner overlays hyparview"
    })
public final class OverlaysCommand implements Callable<Integer> {
  private final MembershipCatalog catalog;
  private final StrategyCatalog strategies;
  private final Console console;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      completionCandidates = InstalledOverlays.class,
      description = "The overlay to describe, one of " + InstalledStrategies.NAMES + ".")
  private @Nullable String name;

  @Inject
  OverlaysCommand(MembershipCatalog catalog, StrategyCatalog strategies, Console console) {
    this.catalog = catalog;
    this.strategies = strategies;
    this.console = console;
  }

  @Override
  public Integer call() {
    console.print(
        name == null
            ? PluginPages.list(catalog.overlays())
            : MembershipPages.overlay(catalog, strategies, name));
    return ExitStatus.OK;
  }
}
