package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.plugin.ConfiguredStrategy;

/** The least strategy there is: each new rumor to every neighbor but the one it came from. */
final class TestFlood implements Strategy<TestFlood.Tell> {

  record Tell(Rumors rumors) implements Message {}

  /** How it misbehaves. */
  record Config(boolean throwing) {}

  private final Config config;

  private TestFlood(Config config) {
    this.config = config;
  }

  static ConfiguredStrategy<Config, Tell> configured(boolean throwing) {
    return new ConfiguredStrategy<>(descriptorOf(), new Config(throwing));
  }

  private static StrategyDescriptor<Config, Tell> descriptorOf() {
    return StrategyDescriptor.describe("test-flood")
        .summary("Flood")
        .paper("None")
        .cost("Much")
        .build(Tell.class, new Config(false), TestFlood::new);
  }

  @Override
  public void onBroadcast(Node<Tell> node, long rumor) {
    tell(node, node.id(), Rumors.of(rumor));
  }

  @Override
  public void onMessage(Node<Tell> node, int from, Tell message) {
    if (config.throwing()) {
      throw new IllegalStateException("planted");
    }
    Rumors fresh = node.deliver(message.rumors());
    if (!fresh.isEmpty()) {
      tell(node, from, fresh);
    }
  }

  private static void tell(Node<Tell> node, int source, Rumors rumors) {
    Peers neighbors = node.neighbors();
    for (int i = 0; i < neighbors.size(); i++) {
      if (neighbors.get(i) != source) {
        node.send(neighbors.get(i), new Tell(rumors));
      }
    }
  }
}
