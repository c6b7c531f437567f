package org.hearsay.testkit;

import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.Trait;
import org.hearsay.node.plugin.ConfiguredStrategy;

/**
 * The strategy in the midst of overlays and failure detectors under test: a flood, which adds
 * nothing of its own to what they do. It does as the installed {@code flood}, so that the commands
 * that make its runs again work.
 */
final class NeutralStrategy implements Strategy<NeutralStrategy.Tell> {

  /** What is told. */
  record Tell(Rumors rumors) implements Message {}

  /** There is nothing to choose. */
  record Config() {}

  private NeutralStrategy() {}

  /** The strategy with nothing around it. */
  static ConfiguredStrategy<?, ?> configured() {
    return ConfiguredStrategy.withDefaults(
        StrategyDescriptor.describe("flood")
            .summary("Pass each new rumor on at once")
            .paper("Segall, Distributed network protocols, 1983")
            .cost("sum(degree) - (n - 1) messages per broadcast")
            .traits(Trait.DELIVERS_TO_ALL, Trait.QUIESCENT)
            .build(Tell.class, new Config(), config -> new NeutralStrategy()));
  }

  @Override
  public void onBroadcast(Node<Tell> node, long rumor) {
    tellAllBut(node.id(), node, Rumors.of(rumor));
  }

  @Override
  public void onMessage(Node<Tell> node, int from, Tell message) {
    Rumors fresh = node.deliver(message.rumors());
    if (!fresh.isEmpty()) {
      tellAllBut(from, node, fresh);
    }
  }

  private static void tellAllBut(int source, Node<Tell> node, Rumors rumors) {
    Peers neighbors = node.neighbors();
    for (int i = 0; i < neighbors.size(); i++) {
      if (neighbors.get(i) != source) {
        node.send(neighbors.get(i), new Tell(rumors));
      }
    }
  }
}
