package org.hearsay.api.plugin;

/**
 * A promise about a strategy with its default options. The contract test checks each both ways: a
 * declared one holds on all seeds, and for one that is not declared some seed breaks it.
 */
public enum Trait {
  /** Without faults, every rumor reaches every node of any connected topology. */
  DELIVERS_TO_ALL,
  /** While links lose messages at random, every rumor still reaches every node. */
  TOLERATES_LOSS,
  /** After a partition has healed, rumors broadcast on either side of it reach every node. */
  HEALS_PARTITIONS,
  /** A node that lost its state and came back learns every rumor that another node knows. */
  SURVIVES_RESTART,
  /** When every node knows every rumor, the nodes soon fall silent. */
  QUIESCENT
}
