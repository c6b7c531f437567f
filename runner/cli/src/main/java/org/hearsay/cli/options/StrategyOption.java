package org.hearsay.cli.options;

import java.util.stream.Collectors;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.plugin.BadOptionException;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.StrategyCatalog;
import org.jspecify.annotations.Nullable;

/** The option {@code --strategy}, which every command that runs one strategy needs. */
public final class StrategyOption {

  private StrategyOption() {}

  /**
   * The strategy that was asked for.
   *
   * @throws BadOptionException if none was, or there is no such strategy, option or value
   */
  public static ConfiguredStrategy<?, ?> parse(StrategyCatalog catalog, @Nullable String spec) {
    if (spec == null) {
      String installed =
          catalog.all().stream().map(StrategyDescriptor::name).collect(Collectors.joining(", "));
      throw new BadOptionException("Give a strategy, as --strategy=NAME; installed: " + installed);
    }
    return catalog.parse(spec);
  }
}
