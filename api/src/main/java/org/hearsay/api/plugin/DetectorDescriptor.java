package org.hearsay.api.plugin;

import java.util.function.Function;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;

/**
 * Everything there is to say about a failure detector without running it, and how to make a node of
 * it.
 *
 * @param <C> the record of its options
 * @param <M> its messages
 */
public final class DetectorDescriptor<C extends Record, M extends DetectorMessage>
    extends PluginDescriptor<C, M, DetectorTrait> {
  private final Function<C, Detector<M>> factory;

  private DetectorDescriptor(
      Draft draft, Class<M> messages, C defaults, Function<C, Detector<M>> factory) {
    super(draft, messages, defaults);
    this.factory = factory;
  }

  /**
   * Begins the description of a failure detector.
   *
   * @param name what users call it: lower-case words joined by hyphens
   * @throws IllegalArgumentException if the name is written otherwise
   */
  public static Draft describe(String name) {
    return new Draft(name);
  }

  /** Makes the detector of one node. */
  public Detector<M> newDetector(C config) {
    return factory.apply(config);
  }

  /** A description under way. */
  public static final class Draft extends PluginDescriptor.Draft<DetectorTrait, Draft> {

    private Draft(String name) {
      super("detector", name, DetectorTrait.class);
    }

    @Override
    Draft self() {
      return this;
    }

    /** Promises traits. */
    public Draft traits(DetectorTrait... promised) {
      return promise(promised);
    }

    /**
     * Ends the description.
     *
     * @param messages the detector's message record, or its sealed interface of message records
     * @param defaults the options with their default values
     * @param factory makes the detector of one node, each time a new one
     * @throws IllegalArgumentException if a message type is not a record, or a text is missing
     */
    public <C extends Record, M extends DetectorMessage> DetectorDescriptor<C, M> build(
        Class<M> messages, C defaults, Function<C, Detector<M>> factory) {
      return new DetectorDescriptor<>(this, messages, defaults, factory);
    }
  }
}
