package org.hearsay.simulation.nodes;

import java.util.Objects;
import org.hearsay.api.Message;
import org.hearsay.api.Strategy;
import org.jspecify.annotations.Nullable;

/** The strategy of each node: one for all as long as they share one, as stateless ones do. */
final class Strategies<M extends Message> {
  private final int nodeCount;
  private @Nullable Strategy<M> shared;
  private @Nullable Strategy<M>[] byNode = newArray(0);

  Strategies(int nodeCount) {
    this.nodeCount = nodeCount;
  }

  @SuppressWarnings("unchecked")
  private static <M extends Message> @Nullable Strategy<M>[] newArray(int length) {
    return (Strategy<M>[]) new Strategy<?>[length];
  }

  @SuppressWarnings("ReferenceEquality") // The same object is meant.
  void set(int node, Strategy<M> strategy) {
    if (node == 0 && byNode.length == 0) {
      shared = strategy;
    }
    if (shared != null && strategy != shared) {
      byNode = newArray(nodeCount);
      for (int earlier = 0; earlier < node; earlier++) {
        byNode[earlier] = shared;
      }
      shared = null;
    }
    if (shared == null) {
      byNode[node] = strategy;
    }
  }

  void clear(int node) {
    if (shared == null) {
      byNode[node] = null;
    }
  }

  Strategy<M> get(int node) {
    Strategy<M> strategy = shared;
    return strategy != null ? strategy : Objects.requireNonNull(byNode[node], "the node is down");
  }

  /** Reads what {@link #get} will read; any number. */
  int readAhead(int node) {
    return shared == null && byNode[node] == null ? 1 : 0;
  }
}
