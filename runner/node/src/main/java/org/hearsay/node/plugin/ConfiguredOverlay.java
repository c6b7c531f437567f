package org.hearsay.node.plugin;

import java.nio.file.Path;
import java.util.List;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * An overlay with the values of all its options.
 *
 * @param descriptor the overlay
 * @param config its options
 * @param place the jar that it comes from, or the folder of jars; null if it is built in
 */
public record ConfiguredOverlay<C extends Record, M extends OverlayMessage>(
    OverlayDescriptor<C, M> descriptor, C config, @Nullable Path place) implements Configured<C> {

  /** One as it comes, built in. */
  public static <C extends Record, M extends OverlayMessage> ConfiguredOverlay<C, M> withDefaults(
      OverlayDescriptor<C, M> descriptor) {
    return new ConfiguredOverlay<>(descriptor, descriptor.defaults(), null);
  }

  /**
   * One with some options set.
   *
   * @param words {@code key=value} pairs
   * @throws BadOptionException naming every mistake
   */
  static <C extends Record, M extends OverlayMessage> ConfiguredOverlay<C, M> with(
      OverlayDescriptor<C, M> descriptor, List<String> words, @Nullable Path place) {
    return new ConfiguredOverlay<>(
        descriptor,
        ConfigBinder.bind("overlay " + descriptor.name(), descriptor.defaults(), words),
        place);
  }

  /**
   * The same with another value of one option.
   *
   * @throws BadOptionException if there is no such option or value
   */
  public ConfiguredOverlay<C, M> with(String key, String value) {
    return new ConfiguredOverlay<>(
        descriptor,
        ConfigBinder.bind("overlay " + name(), config, List.of(key + "=" + value)),
        place);
  }

  /** Makes the overlay of one node. */
  public Overlay<M> newOverlay() {
    return descriptor.newOverlay(config);
  }
}
