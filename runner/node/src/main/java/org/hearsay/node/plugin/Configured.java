package org.hearsay.node.plugin;

import java.nio.file.Path;
import java.util.List;
import org.hearsay.api.plugin.PluginDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A plug-in with the values of all its options.
 *
 * @param <C> the record of its options
 */
public sealed interface Configured<C extends Record>
    permits ConfiguredStrategy, ConfiguredOverlay, ConfiguredDetector {

  /** The plug-in. */
  PluginDescriptor<C, ?, ?> descriptor();

  /** Its options. */
  C config();

  /** The jar that it comes from, or the folder of jars; null if it is built in. */
  @Nullable Path place();

  /** What users call it. */
  default String name() {
    return descriptor().name();
  }

  /** Every option with its value in force. */
  default List<ConfigOption> options() {
    return ConfigBinder.options(config());
  }

  /** The text that chooses exactly this, all values written out: {@code name:key=value,...}. */
  default String spec() {
    List<String> words = ConfigBinder.words(config());
    return words.isEmpty() ? name() : name() + ":" + String.join(",", words);
  }
}
