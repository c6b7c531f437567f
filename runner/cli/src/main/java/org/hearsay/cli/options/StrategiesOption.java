package org.hearsay.cli.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.cli.installed.InstalledStrategies;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --strategies}, for commands that run several. */
public final class StrategiesOption {

  @Option(
      names = {"--strategies", "--strategy"},
      paramLabel = "NAME[:KEY=VALUE,...],...",
      completionCandidates = InstalledStrategies.class,
      description =
          "Which strategies, in this order; KEY=VALUE|VALUE is one for each value. Installed are "
              + InstalledStrategies.NAMES
              + ". Default: all of them; for frontier, its sweep.")
  private @Nullable String strategies;

  /**
   * The strategies that were asked for.
   *
   * @throws BadOptionException if there is no such strategy, option or value, or one is there twice
   */
  public List<ConfiguredStrategy<?, ?>> chosen(StrategyCatalog catalog) {
    return strategies == null ? catalog.allWithDefaults() : listed(catalog, strategies);
  }

  /** The same, each with each of what may be around it, and with guarantees. */
  public List<ConfiguredStrategy<?, ?>> chosen(
      StrategyCatalog catalog, List<ConfiguredMembership> surroundings, Guarantees guarantees) {
    List<ConfiguredStrategy<?, ?>> all = new ArrayList<>();
    for (ConfiguredStrategy<?, ?> strategy : chosen(catalog)) {
      surroundings.forEach(around -> all.add(strategy.within(around).guaranteeing(guarantees)));
    }
    return all;
  }

  /** The same with others where none were asked for. */
  public List<ConfiguredStrategy<?, ?>> chosen(StrategyCatalog catalog, String others) {
    return listed(catalog, strategies == null ? others : strategies);
  }

  private static List<ConfiguredStrategy<?, ?>> listed(StrategyCatalog catalog, String list) {
    List<ConfiguredStrategy<?, ?>> listed = catalog.parseList(list);
    Map<String, ConfiguredStrategy<?, ?>> distinct = new LinkedHashMap<>();
    for (ConfiguredStrategy<?, ?> strategy : listed) {
      if (distinct.put(strategy.spec(), strategy) != null) {
        throw new BadOptionException("--strategies lists " + strategy.spec() + " twice");
      }
    }
    return listed;
  }
}
