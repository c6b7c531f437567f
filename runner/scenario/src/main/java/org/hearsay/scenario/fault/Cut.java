package org.hearsay.scenario.fault;

/** Links that carry nothing while it lasts; its text says what it is. */
public interface Cut {

  /** Whether a message between two nodes is dropped. */
  boolean cuts(int from, int to);
}
