package org.hearsay.api.plugin;

import java.util.function.Function;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;

/**
 * Everything there is to say about an overlay without running it, and how to make a node of it.
 *
 * @param <C> the record of its options
 * @param <M> its messages
 */
public final class OverlayDescriptor<C extends Record, M extends OverlayMessage>
    extends PluginDescriptor<C, M, OverlayTrait> {
  private final Function<C, Overlay<M>> factory;

  private OverlayDescriptor(
      Draft draft, Class<M> messages, C defaults, Function<C, Overlay<M>> factory) {
    super(draft, messages, defaults);
    this.factory = factory;
  }

  /**
   * Begins the description of an overlay.
   *
   * @param name what users call it: lower-case words joined by hyphens
   * @throws IllegalArgumentException if the name is written otherwise
   */
  public static Draft describe(String name) {
    return new Draft(name);
  }

  /** Makes the overlay of one node. */
  public Overlay<M> newOverlay(C config) {
    return factory.apply(config);
  }

  /** A description under way. */
  public static final class Draft extends PluginDescriptor.Draft<OverlayTrait, Draft> {

    private Draft(String name) {
      super("overlay", name, OverlayTrait.class);
    }

    @Override
    Draft self() {
      return this;
    }

    /** Promises traits. */
    public Draft traits(OverlayTrait... promised) {
      return promise(promised);
    }

    /**
     * Ends the description.
     *
     * @param messages the overlay's message record, or its sealed interface of message records
     * @param defaults the options with their default values
     * @param factory makes the overlay of one node, each time a new one
     * @throws IllegalArgumentException if a message type is not a record, or a text is missing
     */
    public <C extends Record, M extends OverlayMessage> OverlayDescriptor<C, M> build(
        Class<M> messages, C defaults, Function<C, Overlay<M>> factory) {
      return new OverlayDescriptor<>(this, messages, defaults, factory);
    }
  }
}
