package org.hearsay.scenario.check;

/** Which values a node was right to let go: one that it does not answer any more is not lost. */
@FunctionalInterface
public interface LettingGo {
  /** Nodes keep everything. */
  LettingGo NEVER = (node, value) -> false;

  /** Whether a node has known a value and has let it go, or has been told that it is gone. */
  boolean hasLetGo(int node, int value);
}
