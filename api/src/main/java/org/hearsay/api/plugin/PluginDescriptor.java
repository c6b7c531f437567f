package org.hearsay.api.plugin;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearsay.api.Message;

/**
 * Everything there is to say about a plug-in of any kind without running it.
 *
 * @param <C> the record of its options
 * @param <M> its messages
 * @param <T> what plug-ins of its kind can promise
 */
public abstract sealed class PluginDescriptor<
        C extends Record, M extends Message, T extends Enum<T>>
    permits StrategyDescriptor, OverlayDescriptor, DetectorDescriptor {
  private final Draft<T, ?> draft;
  private final List<Class<? extends M>> messageTypes;
  private final C defaults;

  PluginDescriptor(Draft<T, ?> draft, Class<M> messages, C defaults) {
    if (draft.summary.isEmpty() || draft.paper.isEmpty() || draft.cost.isEmpty()) {
      throw new IllegalArgumentException(draft.plugin() + " needs a summary, a paper and a cost");
    }
    this.draft = draft;
    this.messageTypes = messageTypes(draft, messages);
    this.defaults = defaults;
  }

  private static <M extends Message> List<Class<? extends M>> messageTypes(
      Draft<?, ?> draft, Class<M> messages) {
    Map<String, Class<? extends M>> types = new TreeMap<>();
    addRecords(draft, messages, messages, types);
    return List.copyOf(types.values());
  }

  private static <M extends Message> void addRecords(
      Draft<?, ?> draft, Class<?> type, Class<M> messages, Map<String, Class<? extends M>> types) {
    if (type.isSealed()) {
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        addRecords(draft, permitted, messages, types);
      }
    } else if (type.isRecord()) {
      types.put(type.getName(), type.asSubclass(messages));
    } else {
      throw new IllegalArgumentException(
          draft.plugin() + ": message type " + type.getName() + " must be a record");
    }
  }

  /** What it is: {@code strategy}, {@code overlay} or {@code detector}. */
  public final String kind() {
    return draft.kind;
  }

  /** What users call it, such as {@code delta-ack}. */
  public final String name() {
    return draft.name;
  }

  /** The idea in one line. */
  public final String summary() {
    return draft.summary;
  }

  /** Where it was published: authors, title, year. */
  public final String paper() {
    return draft.paper;
  }

  /** What it costs, as a formula. */
  public final String cost() {
    return draft.cost;
  }

  /** What it promises with its default options. */
  public final Set<T> traits() {
    return Collections.unmodifiableSet(draft.traits);
  }

  /** The version of the SPI that it was compiled with; empty if it does not say. */
  public final String spiVersion() {
    return draft.spiVersion;
  }

  /** Whether it is there to hold others against, and could not be used. */
  public final boolean isBound() {
    return draft.bound;
  }

  /** The record types of its messages, in order of name. */
  public final List<Class<? extends M>> messageTypes() {
    return messageTypes;
  }

  /** Its options with their default values. */
  public final C defaults() {
    return defaults;
  }

  /**
   * A description under way.
   *
   * @param <T> what plug-ins of the kind can promise
   * @param <D> the draft itself
   */
  public abstract static sealed class Draft<T extends Enum<T>, D extends Draft<T, D>>
      permits StrategyDescriptor.Draft, OverlayDescriptor.Draft, DetectorDescriptor.Draft {
    private final String kind;
    private final String name;
    private String summary = "";
    private String paper = "";
    private String cost = "";
    private final Set<T> traits;
    private boolean bound;
    private String spiVersion = "";

    Draft(String kind, String name, Class<T> traits) {
      if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
        throw new IllegalArgumentException(
            "The name of a "
                + kind
                + " is lower-case words joined by hyphens, not \""
                + name
                + "\"");
      }
      this.kind = kind;
      this.name = name;
      this.traits = EnumSet.noneOf(traits);
    }

    abstract D self();

    private String plugin() {
      return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + name;
    }

    /** Says the idea in one line. */
    public D summary(String oneLine) {
      summary = oneLine;
      return self();
    }

    /** Names the publication: authors, title, year. */
    public D paper(String reference) {
      paper = reference;
      return self();
    }

    /** Gives the cost as a formula. */
    public D cost(String formula) {
      cost = formula;
      return self();
    }

    final D promise(T[] promised) {
      traits.addAll(Arrays.asList(promised));
      return self();
    }

    /**
     * Says which version of the SPI it is compiled with. Plug-ins that come as jars of their own
     * must.
     *
     * @param version {@link StrategyDescriptor#SPI_VERSION}, which the compiler copies into the
     *     plug-in
     */
    public D spi(String version) {
      spiVersion = version;
      return self();
    }

    /** Says that it is a bound to hold others against, and could not be used. */
    public D bound() {
      bound = true;
      return self();
    }
  }
}
