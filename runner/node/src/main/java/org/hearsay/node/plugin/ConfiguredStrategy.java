package org.hearsay.node.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hearsay.api.Message;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.Trait;
import org.hearsay.node.codec.MessageNames;
import org.hearsay.node.guarantee.Guarantees;
import org.jspecify.annotations.Nullable;

/**
 * A strategy with the values of all its options, and what is around it: what a run is a run of.
 *
 * @param descriptor the strategy
 * @param config its options
 * @param place the jar that it comes from, or the folder of jars; null if it is built in
 * @param membership the overlay and the failure detector around it
 * @param guarantees what the runtime guarantees besides
 */
public record ConfiguredStrategy<C extends Record, M extends Message>(
    StrategyDescriptor<C, M> descriptor,
    C config,
    @Nullable Path place,
    ConfiguredMembership membership,
    Guarantees guarantees)
    implements Configured<C> {

  /** What anti-entropy beneath a strategy makes up for. */
  private static final Set<Trait> BY_REPAIR =
      EnumSet.of(
          Trait.DELIVERS_TO_ALL,
          Trait.TOLERATES_LOSS,
          Trait.HEALS_PARTITIONS,
          Trait.SURVIVES_RESTART);

  /** A strategy that is built in, with nothing around it. */
  public ConfiguredStrategy(StrategyDescriptor<C, M> descriptor, C config) {
    this(descriptor, config, null, ConfiguredMembership.NONE, Guarantees.NONE);
  }

  /** The same from another place. */
  ConfiguredStrategy<C, M> from(@Nullable Path other) {
    return new ConfiguredStrategy<>(descriptor, config, other, membership, guarantees);
  }

  /**
   * The same with something else around it.
   *
   * @throws BadOptionException if it cannot work there
   */
  public ConfiguredStrategy<C, M> within(ConfiguredMembership other) {
    if (descriptor.needsAllMembers() && !other.isNone() && !other.knowsAllAtOnce()) {
      throw new BadOptionException(
          "Strategy "
              + name()
              + " needs every node to know all others from the start: choose --overlay=static,"
              + " or one that knows all, without --contacts");
    }
    return new ConfiguredStrategy<>(descriptor, config, place, other, guarantees);
  }

  /**
   * The same with other guarantees.
   *
   * @throws BadOptionException if the runtime needs the name of one of its messages for them
   */
  public ConfiguredStrategy<C, M> guaranteeing(Guarantees other) {
    List<String> reserved = other.messageTypes().stream().map(MessageNames::of).toList();
    for (Class<? extends M> type : descriptor.messageTypes()) {
      if (reserved.contains(MessageNames.of(type))) {
        throw new BadOptionException(
            "Strategy "
                + name()
                + " calls a message "
                + MessageNames.of(type)
                + ", as the runtime does one of those that keep a guarantee: give its record "
                + type.getSimpleName()
                + " another name");
      }
    }
    return new ConfiguredStrategy<>(descriptor, config, place, membership, other);
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
        place,
        membership,
        guarantees);
  }

  /** Makes the strategy of one node. */
  public Strategy<M> newStrategy() {
    return descriptor.newStrategy(config);
  }

  /**
   * What it promises within what is around it. That is nothing where links may come and go and the
   * strategy does not make up for it, or where they may stay broken. Where nodes repair what the
   * strategy does not bring, nothing is lost whatever the strategy.
   */
  public Set<Trait> promises() {
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    traits.addAll(descriptor.traits());
    if (guarantees.repairs()) {
      traits.addAll(BY_REPAIR);
    }
    boolean makesUp =
        traits.contains(Trait.TOLERATES_LOSS) && traits.contains(Trait.HEALS_PARTITIONS);
    return membership.isNone() || (makesUp && membership.holdsTogether()) ? traits : Set.of();
  }

  /**
   * The record types of all messages that its nodes send, those of what is around it and of the
   * runtime included.
   */
  public List<Class<? extends Message>> messageTypes() {
    List<Class<? extends Message>> types = new ArrayList<>(descriptor.messageTypes());
    types.addAll(membership.messageTypes());
    types.addAll(guarantees.messageTypes());
    return types;
  }

  /** The words that choose exactly this on a command line. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    words.add("--strategy=" + spec());
    words.addAll(membership.words());
    words.addAll(GuaranteeWords.words(guarantees));
    Set<Path> places = membership.places();
    if (place != null) {
      places.add(place);
    }
    places.forEach(each -> words.add("--plugins=" + each));
    return words;
  }
}
