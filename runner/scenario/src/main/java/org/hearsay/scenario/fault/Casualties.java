package org.hearsay.scenario.fault;

/** Hears what faults cost, for those who judge a run. */
interface Casualties {

  /** A node loses its state now. */
  void losesState(int node);

  /** A node dies now, and does not come back. */
  void departs(int node);
}
