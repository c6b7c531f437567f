package org.hearsay.node.guarantee;

import org.hearsay.node.service.Counters;
import org.hearsay.node.store.RumorStore;
import org.hearsay.node.trail.Chronicle;

/**
 * What a node is given to keep its guarantees with.
 *
 * @param guarantees what it guarantees
 * @param store where it keeps what must survive it
 * @param counters where it counts
 * @param chronicle where it writes what happens to rumors, if that is wanted
 */
public record Provision(
    Guarantees guarantees, RumorStore store, Counters counters, Chronicle chronicle) {

  /** A node whose rumors' ways nobody writes down. */
  public Provision(Guarantees guarantees, RumorStore store, Counters counters) {
    this(guarantees, store, counters, Chronicle.NONE);
  }

  /** A node without guarantees. */
  public static Provision none() {
    return new Provision(Guarantees.NONE, RumorStore.NONE, new Counters());
  }
}
