package org.hearsay.node.store;

import org.hearsay.node.log.RumorTable;

/** Opens a node's store, once the node knows who it is. */
@FunctionalInterface
public interface Stores {
  /** Nodes keep nothing. */
  Stores NONE = (owner, rumors) -> RumorStore.NONE;

  /**
   * Opens a store.
   *
   * @param rumors where the node knows the names of rumors
   * @throws StoreException if it cannot be opened, with a sentence that says what to do
   */
  RumorStore open(Owner owner, RumorTable rumors);
}
