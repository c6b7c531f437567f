package org.hearsay.node.plugin;

import java.nio.file.Path;
import java.util.List;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * A failure detector with the values of all its options.
 *
 * @param descriptor the detector
 * @param config its options
 * @param place the jar that it comes from, or the folder of jars; null if it is built in
 */
public record ConfiguredDetector<C extends Record, M extends DetectorMessage>(
    DetectorDescriptor<C, M> descriptor, C config, @Nullable Path place) implements Configured<C> {

  /** One as it comes, built in. */
  public static <C extends Record, M extends DetectorMessage> ConfiguredDetector<C, M> withDefaults(
      DetectorDescriptor<C, M> descriptor) {
    return new ConfiguredDetector<>(descriptor, descriptor.defaults(), null);
  }

  /**
   * One with some options set.
   *
   * @param words {@code key=value} pairs
   * @throws BadOptionException naming every mistake
   */
  static <C extends Record, M extends DetectorMessage> ConfiguredDetector<C, M> with(
      DetectorDescriptor<C, M> descriptor, List<String> words, @Nullable Path place) {
    return new ConfiguredDetector<>(
        descriptor,
        ConfigBinder.bind("detector " + descriptor.name(), descriptor.defaults(), words),
        place);
  }

  /**
   * The same with another value of one option.
   *
   * @throws BadOptionException if there is no such option or value
   */
  public ConfiguredDetector<C, M> with(String key, String value) {
    return new ConfiguredDetector<>(
        descriptor,
        ConfigBinder.bind("detector " + name(), config, List.of(key + "=" + value)),
        place);
  }

  /** Makes the detector of one node. */
  public Detector<M> newDetector() {
    return descriptor.newDetector(config);
  }
}
