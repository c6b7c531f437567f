package org.hearsay.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --strategies}, for commands that run several. */
final class StrategiesOption {

  @Option(
      names = {"--strategies", "--strategy"},
      paramLabel = "NAME[:KEY=VALUE,...],...",
      description = "Which strategies, in this order. Default: all that are installed.")
  private @Nullable String strategies;

  /**
   * The strategies that were asked for.
   *
   * @throws BadOptionException if there is no such strategy, option or value, or one is there twice
   */
  List<ConfiguredStrategy<?, ?>> chosen(StrategyCatalog catalog) {
    if (strategies == null) {
      return catalog.all().stream()
          .<ConfiguredStrategy<?, ?>>map(StrategiesOption::withDefaults)
          .toList();
    }
    List<ConfiguredStrategy<?, ?>> listed = catalog.parseList(strategies);
    Map<String, ConfiguredStrategy<?, ?>> distinct = new LinkedHashMap<>();
    for (ConfiguredStrategy<?, ?> strategy : listed) {
      if (distinct.put(strategy.spec(), strategy) != null) {
        throw new BadOptionException("--strategies lists " + strategy.spec() + " twice");
      }
    }
    return listed;
  }

  private static ConfiguredStrategy<?, ?> withDefaults(StrategyDescriptor<?, ?> descriptor) {
    return ConfiguredStrategy.withDefaults(descriptor);
  }
}
