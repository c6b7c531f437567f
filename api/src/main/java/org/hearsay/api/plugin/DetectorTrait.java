package org.hearsay.api.plugin;

/**
 * A promise about a failure detector with its default options. The contract test checks each both
 * ways: a declared one holds on all seeds, and for one that is not declared some seed breaks it.
 */
public enum DetectorTrait {
  /** Every node that dies is soon down at each that is linked to it. */
  COMPLETE,
  /** Without faults nobody is ever down. */
  ACCURATE,
  /** While links lose messages at random, nobody alive is down. */
  TOLERATES_LOSS,
  /** While some nodes are unresponsive, none of the others is down. */
  SPARES_THE_HEALTHY,
  /** After a partition has healed, everybody is soon up again. */
  RECOVERS,
  /** In a quiet cluster of any size a node sends no more than one message a second. */
  FRUGAL
}
