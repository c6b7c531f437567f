package org.hearsay.node.plugin;

import java.nio.file.Path;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A strategy with the values of all its options: what a run is a run of.
 *
 * @param descriptor the strategy
 * @param config its options
 * @param place the jar that it comes from, or the folder of jars; null if it is built in
 */
public record ConfiguredStrategy<C extends Record, M extends Message>(
    StrategyDescriptor<C, M> descriptor, C config, @Nullable Path place) {

  /** A strategy that is built in. */
  public ConfiguredStrategy(StrategyDescriptor<C, M> descriptor, C config) {
    this(descriptor, config, null);
  }

  /** The same from another place. */
  ConfiguredStrategy<C, M> from(@Nullable Path other) {
    return new ConfiguredStrategy<>(descriptor, config, other);
  }

  /** A strategy as it comes. */
  public static <C extends Record, M extends Message> ConfiguredStrategy<C, M> withDefaults(
      StrategyDescriptor<C, M> descriptor) {
    return new ConfiguredStrategy<>(descriptor, descriptor.defaults());
  }

  /**
   * A strategy with some options set.
   *
   * @param words {@code key=value} pairs
   * @throws BadOptionException naming every mistake
   */
  static <C extends Record, M extends Message> ConfiguredStrategy<C, M> with(
      StrategyDescriptor<C, M> descriptor, List<String> words) {
    return new ConfiguredStrategy<>(
        descriptor,
        ConfigBinder.bind("strategy " + descriptor.name(), descriptor.defaults(), words));
  }

  /**
   * The same with another value of one option.
   *
   * @throws BadOptionException if there is no such option or value
   */
  public ConfiguredStrategy<C, M> with(String key, String value) {
    return new ConfiguredStrategy<>(
        descriptor,
        ConfigBinder.bind("strategy " + name(), config, List.of(key + "=" + value)),
        place);
  }

  /** What users call the strategy. */
  public String name() {
    return descriptor.name();
  }

  /** Makes the strategy of one node. */
  public Strategy<M> newStrategy() {
    return descriptor.newStrategy(config);
  }

  /** Every option with its value in force. */
  public List<ConfigOption> options() {
    return ConfigBinder.options(config);
  }

  /** The text that chooses exactly this, all values written out: {@code name:key=value,...}. */
  public String spec() {
    List<String> words = ConfigBinder.words(config);
    return words.isEmpty() ? name() : name() + ":" + String.join(",", words);
  }

  /** The words that choose exactly this on a command line. */
  public List<String> words() {
    String strategy = "--strategy=" + spec();
    return place == null ? List.of(strategy) : List.of(strategy, "--plugins=" + place);
  }
}
