package org.hearsay.node.store;

import java.util.List;

/**
 * What a store holds.
 *
 * @param owner whose it is
 * @param state what it says of itself
 * @param rumors those that are kept, from the state's base to its end
 */
record Contents(Owner owner, StoreState state, List<PlacedRumor> rumors) {

  /** The same, after a loss. */
  Contents afterLoss() {
    return new Contents(owner, state.afterLoss(), rumors);
  }
}
