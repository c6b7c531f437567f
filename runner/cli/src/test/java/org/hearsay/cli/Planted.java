package org.hearsay.cli;

import java.util.function.Supplier;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** Strategies that do what no strategy should. */
final class Planted {

  /** Rumors, passed on. */
  record Word(Rumors rumors) implements Message {}

  /** Nothing to choose. */
  record NoOptions() {}

  /** Keeps every third rumor to itself. */
  private static final class Secretive implements Strategy<Word> {
    @Override
    public void onBroadcast(Node<Word> node, long rumor) {
      if (node.log().size() % 3 != 0) {
        for (int i = 0; i < node.members().size(); i++) {
          node.send(node.members().get(i), new Word(Rumors.of(rumor)));
        }
      }
    }

    @Override
    public void onMessage(Node<Word> node, int from, Word message) {
      node.deliver(message.rumors());
    }
  }

  /** Throws when it hears something. */
  private static final class Explosive implements Strategy<Word> {
    @Override
    public void onBroadcast(Node<Word> node, long rumor) {
      throw new IllegalStateException("boom");
    }

    @Override
    public void onMessage(Node<Word> node, int from, Word message) {}
  }

  private Planted() {}

  /** A strategy that promises to deliver and keeps secrets. */
  static StrategyModule liar() {
    return module("liar", Secretive::new, Trait.DELIVERS_TO_ALL);
  }

  /** The same without the promise. */
  static StrategyModule secretive() {
    return module("secretive", Secretive::new);
  }

  /** A strategy that throws. */
  static StrategyModule explosive() {
    return module("explosive", Explosive::new);
  }

  private static StrategyModule module(
      String name, Supplier<Strategy<Word>> factory, Trait... traits) {
    return new StrategyModule() {
      @Override
      protected StrategyDescriptor<?, ?> descriptor() {
        return StrategyDescriptor.describe(name)
            .summary("Does what no strategy should")
            .paper("None")
            .cost("A reputation")
            .traits(traits)
            .build(Word.class, new NoOptions(), options -> factory.get());
      }
    };
  }
}
