package org.hearsay.scenario.fault;

/** Hears what faults cost, for those who judge a run, and knows who is beyond help. */
interface Casualties {

  /** A node loses its state now. */
  void losesState(int node);

  /** A node dies now, and does not come back. */
  void departs(int node);

  /** Whether a node has died and does not come back. */
  boolean isGone(int node);

  /** Starts a killed node of a cluster anew, unless it is gone. */
  default void bringBack(Breakable cluster, int node) {
    if (!isGone(node)) {
      cluster.restart(node);
    }
  }
}
