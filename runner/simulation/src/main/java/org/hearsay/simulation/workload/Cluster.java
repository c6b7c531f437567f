package org.hearsay.simulation.workload;

import java.util.function.Consumer;

/** A running cluster as its clients see it. */
public interface Cluster {

  /** How many nodes it has. */
  int size();

  /** The time. */
  long nowMicros();

  /** Does something later. */
  void at(long micros, Runnable action);

  /** Asks a node to spread a value; {@code onReply} runs when it has acknowledged that. */
  void broadcast(int node, int value, Runnable onReply);

  /** Asks a node for all values; {@code onReply} gets them in order of delivery. */
  void read(int node, Consumer<int[]> onReply);
}
