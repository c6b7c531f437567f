package org.hearsay.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hearsay.api.Message;
import org.hearsay.api.plugin.PluginDescriptor;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.JsonCodec;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.Configured;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.random.SeededRandom;

/** What plug-ins of every kind must keep. */
final class PluginClauses {
  private static final int SAMPLES_PER_MESSAGE_TYPE = 200;

  private PluginClauses() {}

  /**
   * Fails if a promise is broken, and if nothing breaks one that was not made.
   *
   * @param breaches for each run how it broke the trait, if it did; not asked for after the first
   */
  static <T extends Enum<T>> void aTraitIsPromisedIfAndOnlyIfItHolds(
      PluginDescriptor<?, ?, T> descriptor, T trait, Stream<Optional<String>> breaches) {
    Optional<String> breach = breaches.filter(Optional::isPresent).findFirst().orElse(breachless());
    boolean promised = descriptor.traits().contains(trait);
    if (promised && breach.isPresent()) {
      fail(trait + " is promised, but broken: " + breach.get());
    }
    if (!promised && breach.isEmpty()) {
      fail(trait + " is not promised, yet nothing broke it: promise it in the descriptor");
    }
  }

  private static Optional<String> breachless() {
    return Optional.empty();
  }

  /** Fails if a message of a strategy, or of what is around it, is read as another. */
  static void everyMessageTypeSurvivesTheCodec(ConfiguredStrategy<?, ?> strategy) {
    RumorTable rumors = new RumorTable();
    JsonCodec codec =
        new JsonCodec(
            strategy.name(),
            strategy.messageTypes(),
            rumors,
            NodeNames.numbered(MessageSamples.NODES));
    MessageSamples samples = new MessageSamples(rumors, new SeededRandom(1, 1));
    for (Class<? extends Message> type : strategy.messageTypes()) {
      for (int i = 0; i < SAMPLES_PER_MESSAGE_TYPE; i++) {
        List<Message> envelope = List.of(samples.sample(type));
        byte[] line = codec.encode(0, 1, Envelope.of(envelope));
        try {
          assertEquals(envelope, codec.decode(Json.parse(line).path("body")).messages());
        } catch (Exception e) {
          fail(type.getSimpleName() + " is written in a way that cannot be read", e);
        }
      }
    }
  }

  /** Fails if a plug-in has no summary, or an option no meaning. */
  static void theDescriptionIsComplete(Configured<?> plugin) {
    String kind = plugin.descriptor().kind();
    assertTrue(
        Stream.concat(
                Stream.of(plugin.descriptor().summary()),
                plugin.options().stream().map(option -> option.meaning()))
            .noneMatch(String::isBlank),
        "Give the " + kind + " a summary, and each option an @Option that says what it means");
  }

  /** Fails if a factory hands out the same object twice, and that has something to remember. */
  static void everyNodeHasItsOwn(Supplier<?> factory) {
    Object one = factory.get();
    assertTrue(
        one != factory.get() || isStateless(one.getClass()),
        "The factory must make a new object each time, as it has fields");
  }

  private static boolean isStateless(Class<?> type) {
    return type == Object.class
        || (Stream.of(type.getDeclaredFields())
                .allMatch(field -> Modifier.isStatic(field.getModifiers()))
            && isStateless(type.getSuperclass()));
  }
}
