package org.hearsay.chaos.check;

import java.util.Locale;

/** Something that must hold in every run. */
public enum Law {
  /**
   * If the strategy has the traits that the conditions ask for, every acknowledged value is at
   * every node in the end; those that died with their nodes are excepted.
   */
  NOTHING_LOST,
  /** The same of every rumor that is still at some node, acknowledged or not. */
  AGREEMENT,
  /**
   * If the strategy delivers to all but has not all the traits that the conditions ask for, what a
   * node misses was in a message that got lost, or some node lost its state after it was broadcast.
   */
  NO_UNEXPLAINED_MISS,
  /** No rumor is delivered twice in one life of a node, and no read has a value twice. */
  NOTHING_TWICE,
  /** No rumor is delivered, and no value read, that nobody has broadcast. */
  NOTHING_INVENTED,
  /** No link ever has more messages under way, and no run more in all, than can be meant. */
  BOUNDED_QUEUES,
  /**
   * Once everybody has everything, a strategy that promises to fall silent does, if it has itself
   * the traits that the conditions ask for: where the runtime made up for one that it lacks, it may
   * not know that all is done. What the runtimes say to each other comes to an end in any case.
   */
  QUIET,
  /**
   * Where readers are promised an order, no rumor is shown in a life of a node before those that go
   * first: with fifo those that its source broadcast before it, with causal also those that its
   * origin had shown when it broadcast it. If nothing is to be lost, nothing is held back in the
   * end, unless one that goes first has died with all that had it.
   */
  ORDER,
  /**
   * Some time after all faults the nodes are linked as one, and each takes its neighbors for what
   * they are, if overlay and failure detector promise that. While messages are lost all the same,
   * it is enough that no dead neighbor is taken for alive.
   */
  TOGETHER_AGAIN,
  /**
   * No node keeps more rumors than it may, at any time, and none lets a rumor go as known to all
   * that somebody lacks who was there all the time.
   */
  WITHIN_LIMITS,
  /** No callback of the strategy throws. */
  NO_FAILURE,
  /** Both worlds deliver the same rumors to the same nodes at the same moments. */
  SAME_IN_BOTH_WORLDS;

  /** As people read it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
