package org.hearsay.scenario.workload;

import org.hearsay.scenario.workload.Operation.Ending;
import org.jspecify.annotations.Nullable;

/** A running cluster as its clients see it. */
public interface Cluster {

  /** Takes the end of a request. */
  interface Client {

    /**
     * A request ended.
     *
     * @param values what a read answered, in that order and as often as it came; null otherwise
     */
    void end(Ending ending, int @Nullable [] values);
  }

  /** A request that may still be answered. */
  @FunctionalInterface
  interface Request {
    /** Its client waits no longer. */
    void giveUp();
  }

  /** How many nodes it has. */
  int size();

  /** Asks a node to spread a value. */
  Request broadcast(int node, int value, Client client);

  /** Asks a node for all values it knows. */
  Request read(int node, Client client);
}
