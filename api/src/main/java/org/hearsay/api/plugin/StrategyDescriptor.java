package org.hearsay.api.plugin;

import java.util.function.Function;
import org.hearsay.api.Message;
import org.hearsay.api.Strategy;

/**
 * Everything there is to say about a strategy without running it, and how to make a node of it.
 *
 * @param <C> the record of its options
 * @param <M> its messages
 */
public final class StrategyDescriptor<C extends Record, M extends Message>
    extends PluginDescriptor<C, M, Trait> {
  /**
   * The version of this SPI, as major.minor.patch. A plug-in runs with the major version that it
   * was compiled with, and with that minor version or a later one.
   */
  public static final String SPI_VERSION = "1.2.0";

  private final boolean needsAllMembers;
  private final Function<C, Strategy<M>> factory;

  private StrategyDescriptor(
      Draft draft, Class<M> messages, C defaults, Function<C, Strategy<M>> factory) {
    super(draft, messages, defaults);
    this.needsAllMembers = draft.needsAllMembers;
    this.factory = factory;
  }

  /**
   * Begins the description of a strategy.
   *
   * @param name what users call it: lower-case words joined by hyphens
   * @throws IllegalArgumentException if the name is written otherwise
   */
  public static Draft describe(String name) {
    return new Draft(name);
  }

  /** Whether it only works where each node knows every other from the start. */
  public boolean needsAllMembers() {
    return needsAllMembers;
  }

  /** Makes the strategy of one node. */
  public Strategy<M> newStrategy(C config) {
    return factory.apply(config);
  }

  /** A description under way. */
  public static final class Draft extends PluginDescriptor.Draft<Trait, Draft> {
    private boolean needsAllMembers;

    private Draft(String name) {
      super("strategy", name, Trait.class);
    }

    @Override
    Draft self() {
      return this;
    }

    // Plug-ins compiled with 1.0.0 call these five here.

    @Override
    public Draft summary(String oneLine) {
      return super.summary(oneLine);
    }

    @Override
    public Draft paper(String reference) {
      return super.paper(reference);
    }

    @Override
    public Draft cost(String formula) {
      return super.cost(formula);
    }

    @Override
    public Draft spi(String version) {
      return super.spi(version);
    }

    @Override
    public Draft bound() {
      return super.bound();
    }

    /**
     * Says that it only works where each node knows every other from the start. A command that puts
     * another overlay around it is refused.
     */
    public Draft needsAllMembers() {
      needsAllMembers = true;
      return this;
    }

    /** Promises traits. */
    public Draft traits(Trait... promised) {
      return promise(promised);
    }

    /**
     * Ends the description.
     *
     * @param messages the strategy's message record, or its sealed interface of message records
     * @param defaults the options with their default values
     * @param factory makes the strategy of one node, each time a new one unless it has no fields;
     *     cheap, as a simulation calls it a million times
     * @throws IllegalArgumentException if a message type is not a record, or a text is missing
     */
    public <C extends Record, M extends Message> StrategyDescriptor<C, M> build(
        Class<M> messages, C defaults, Function<C, Strategy<M>> factory) {
      return new StrategyDescriptor<>(this, messages, defaults, factory);
    }
  }
}
