package org.hearsay.node.guarantee;

import org.hearsay.node.service.Counters;
import org.hearsay.node.store.RumorStore;

/**
 * What a node is given to keep its guarantees with.
 *
 * @param guarantees what it guarantees
 * @param store where it keeps what must survive it
 * @param counters where it counts
 */
public record Provision(Guarantees guarantees, RumorStore store, Counters counters) {

  /** A node without guarantees. */
  public static Provision none() {
    return new Provision(Guarantees.NONE, RumorStore.NONE, new Counters());
  }
}
