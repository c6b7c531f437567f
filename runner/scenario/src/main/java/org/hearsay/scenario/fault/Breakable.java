package org.hearsay.scenario.fault;

import org.jspecify.annotations.Nullable;

/** A running cluster as faults see it. */
public interface Breakable {

  /** How many nodes it has. */
  int size();

  /** Starts a partition, or ends it with null. */
  void partition(@Nullable Partition partition);

  /** Ends a node, which forgets everything. */
  void kill(int node);

  /** Starts a killed node anew. */
  void restart(int node);

  /** Stops a node as it is. */
  void pause(int node);

  /** Lets a paused node go on. */
  void resume(int node);
}
