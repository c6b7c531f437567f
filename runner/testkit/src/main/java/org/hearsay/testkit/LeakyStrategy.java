package org.hearsay.testkit;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Strategy;

/** Keeps the nodes that a strategy is handed, to show that they cannot be used afterwards. */
final class LeakyStrategy<M extends Message> implements Strategy<M> {
  private final Strategy<M> strategy;
  private final List<Node<M>> leaked = new ArrayList<>();

  LeakyStrategy(Strategy<M> strategy) {
    this.strategy = strategy;
  }

  List<Node<M>> leaked() {
    return leaked;
  }

  @Override
  public void onStart(Node<M> node) {
    leaked.add(node);
    strategy.onStart(node);
  }

  @Override
  public void onBroadcast(Node<M> node, long rumor) {
    leaked.add(node);
    strategy.onBroadcast(node, rumor);
  }

  @Override
  public void onMessage(Node<M> node, int from, M message) {
    leaked.add(node);
    strategy.onMessage(node, from, message);
  }
}
