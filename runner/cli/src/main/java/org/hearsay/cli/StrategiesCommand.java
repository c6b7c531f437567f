package org.hearsay.cli;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.Trait;
import org.hearsay.node.plugin.ConfigOption;
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
final class StrategiesCommand implements Callable<Integer> {
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
    console.print(name == null ? list() : describe(catalog.find(name)));
    return ExitStatus.OK;
  }

  private List<String> list() {
    int width = catalog.all().stream().mapToInt(s -> s.name().length()).max().orElse(0);
    return catalog.all().stream()
        .map(s -> s.name() + " ".repeat(width + 2 - s.name().length()) + s.summary())
        .toList();
  }

  private static List<String> describe(StrategyDescriptor<?, ?> strategy) {
    List<String> lines = new ArrayList<>();
    lines.add(strategy.name() + ": " + strategy.summary());
    lines.add("");
    lines.add("paper     " + strategy.paper());
    lines.add("cost      " + strategy.cost());
    lines.add("");
    lines.add("promises, with its default options");
    for (Trait trait : Trait.values()) {
      lines.add(
          "  " + (strategy.traits().contains(trait) ? "yes  " : "no   ") + TraitMeaning.of(trait));
    }
    lines.add("");
    options(strategy, lines);
    lines.add("");
    lines.addAll(WireExamples.of(ConfiguredStrategy.withDefaults(strategy)));
    return lines;
  }

  private static void options(StrategyDescriptor<?, ?> strategy, List<String> lines) {
    List<ConfigOption> options = ConfiguredStrategy.withDefaults(strategy).options();
    if (options.isEmpty()) {
      lines.add("options   none");
      return;
    }
    lines.add("options");
    int width = options.stream().mapToInt(option -> option.key().length()).max().orElse(0);
    for (ConfigOption option : options) {
      lines.add(
          "  " + option.key() + " ".repeat(width + 2 - option.key().length()) + option.meaning());
      lines.add(" ".repeat(width + 4) + option.expected() + "; default " + option.value());
    }
    lines.add("");
    lines.add("as it comes: --strategy=" + ConfiguredStrategy.withDefaults(strategy).spec());
  }
}
