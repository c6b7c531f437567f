package org.hearsay.simulation;

/** How closely a simulation follows real nodes. Deliveries are the same in both. */
public enum WorldKind {
  /** Real runtimes and the real codec: each envelope is encoded, decoded and compared. */
  FAITHFUL,
  /** Nodes as columns of numbers and messages shared by reference: a million nodes at once. */
  SCALE
}
