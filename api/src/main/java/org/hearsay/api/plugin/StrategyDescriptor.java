package org.hearsay.api.plugin;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.hearsay.api.Message;
import org.hearsay.api.Strategy;

/**
 * Everything there is to say about a strategy without running it, and how to make a node of it.
 *
 * @param <C> the record of its options
 * @param <M> its messages
 */
public final class StrategyDescriptor<C extends Record, M extends Message> {
  /**
   * The version of this SPI, as major.minor.patch. A plug-in runs with the major version that it
   * was compiled with, and with that minor version or a later one.
   */
  public static final String SPI_VERSION = "1.0.0";

  private final Draft draft;
  private final List<Class<? extends M>> messageTypes;
  private final C defaults;
  private final Function<C, Strategy<M>> factory;

  private StrategyDescriptor(
      Draft draft,
      List<Class<? extends M>> messageTypes,
      C defaults,
      Function<C, Strategy<M>> factory) {
    this.draft = draft;
    this.messageTypes = messageTypes;
    this.defaults = defaults;
    this.factory = factory;
  }

  /**
   * Begins the description of a strategy.
   *
   * @param name what users call it: lower-case words joined by hyphens
   * @throws IllegalArgumentException if the name is written otherwise
   */
  public static Draft describe(String name) {
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "A strategy's name is lower-case words joined by hyphens, not \"" + name + "\"");
    }
    return new Draft(name);
  }

  /** What users call it, such as {@code delta-ack}. */
  public String name() {
    return draft.name;
  }

  /** The idea in one line. */
  public String summary() {
    return draft.summary;
  }

  /** Where it was published: authors, title, year. */
  public String paper() {
    return draft.paper;
  }

  /** What it costs, as a formula. */
  public String cost() {
    return draft.cost;
  }

  /** What it promises with its default options. */
  public Set<Trait> traits() {
    return Collections.unmodifiableSet(draft.traits);
  }

  /** The version of the SPI that it was compiled with; empty if it does not say. */
  public String spiVersion() {
    return draft.spiVersion;
  }

  /** Whether it is there to hold others against, and could not be used. */
  public boolean isBound() {
    return draft.bound;
  }

  /** The record types of its messages, in order of name. */
  public List<Class<? extends M>> messageTypes() {
    return messageTypes;
  }

  /** Its options with their default values. */
  public C defaults() {
    return defaults;
  }

  /** Makes the strategy of one node. */
  public Strategy<M> newStrategy(C config) {
    return factory.apply(config);
  }

  /** A description under way. */
  public static final class Draft {
    private final String name;
    private String summary = "";
    private String paper = "";
    private String cost = "";
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private boolean bound;
    private String spiVersion = "";

    private Draft(String name) {
      this.name = name;
    }

    /** Says the idea in one line. */
    public Draft summary(String oneLine) {
      summary = oneLine;
      return this;
    }

    /** Names the publication: authors, title, year. */
    public Draft paper(String reference) {
      paper = reference;
      return this;
    }

    /** Gives the cost as a formula. */
    public Draft cost(String formula) {
      cost = formula;
      return this;
    }

    /** Promises traits. */
    public Draft traits(Trait... promised) {
      traits.addAll(Arrays.asList(promised));
      return this;
    }

    /**
     * Says which version of the SPI it is compiled with. Plug-ins that come as jars of their own
     * must.
     *
     * @param version {@link #SPI_VERSION}, which the compiler copies into the plug-in
     */
    public Draft spi(String version) {
      spiVersion = version;
      return this;
    }

    /** Says that it is a bound to hold others against, and could not be used. */
    public Draft bound() {
      bound = true;
      return this;
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
      if (summary.isEmpty() || paper.isEmpty() || cost.isEmpty()) {
        throw new IllegalArgumentException(
            "Strategy " + name + " needs a summary, a paper and a cost");
      }
      return new StrategyDescriptor<>(this, messageTypes(messages), defaults, factory);
    }

    private <M extends Message> List<Class<? extends M>> messageTypes(Class<M> messages) {
      Class<?>[] permitted = messages.getPermittedSubclasses();
      Map<String, Class<? extends M>> types = new TreeMap<>();
      for (Class<?> type : permitted == null ? new Class<?>[] {messages} : permitted) {
        if (!type.isRecord()) {
          throw new IllegalArgumentException(
              "Strategy " + name + ": message type " + type.getName() + " must be a record");
        }
        types.put(type.getName(), type.asSubclass(messages));
      }
      return List.copyOf(types.values());
    }
  }
}
