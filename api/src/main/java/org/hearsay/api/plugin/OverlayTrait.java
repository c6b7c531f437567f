package org.hearsay.api.plugin;

/**
 * A promise about an overlay with its default options. The contract test checks each both ways: a
 * declared one holds on all seeds, and for one that is not declared some seed breaks it.
 */
public enum OverlayTrait {
  /** Each node comes to know every node there is, from any one contact. */
  KNOWS_ALL,
  /** From any one contact, the links of all nodes come to be one connected graph. */
  CONNECTS,
  /** Who has a node as a neighbor comes to be a neighbor of that node. */
  SYMMETRIC,
  /** When half of the nodes have died at once, the links of the others are soon one graph. */
  SURVIVES_FAILURES,
  /** Nodes that died are soon in nobody's view, and stay out of it. */
  FORGETS,
  /** The number of a node's neighbors does not grow with the cluster. */
  BOUNDED
}
