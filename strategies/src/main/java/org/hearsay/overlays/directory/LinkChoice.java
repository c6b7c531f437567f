package org.hearsay.overlays.directory;

import org.hearsay.api.Peers;

/** Chooses a node's neighbors among those it knows to be there. */
@FunctionalInterface
public interface LinkChoice {

  /**
   * The neighbors of a node.
   *
   * @param self the node
   * @param present every other node that is there, as far as it knows
   */
  Peers choose(int self, Peers present);
}
