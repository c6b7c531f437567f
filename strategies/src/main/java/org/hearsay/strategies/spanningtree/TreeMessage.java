package org.hearsay.strategies.spanningtree;

import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;

/** The four messages of Plumtree, and the summary that stands in for those that were lost. */
sealed interface TreeMessage extends Message {

  /**
   * Rumors, sent along the tree or because they were asked for (the paper's GOSSIP).
   *
   * @param shaper the origin of the rumors if they shape the tree, or {@link Shaper#NOBODY}
   * @param rumors the rumors
   */
  record Push(int shaper, Rumors rumors) implements TreeMessage {}

  /**
   * Announces rumors beside the tree.
   *
   * @param ids rumors the sender learned lately
   */
  record IHave(RumorIds ids) implements TreeMessage {}

  /**
   * Asks for rumors and to be pushed to from now on.
   *
   * @param ids rumors the receiver announced
   */
  record Graft(RumorIds ids) implements TreeMessage {}

  /** Asks not to be pushed to any more. */
  record Prune() implements TreeMessage {}

  /**
   * Announces all that the sender knows.
   *
   * @param digest what it knows
   * @param reply whether this answers the receiver's own summary
   */
  record Summary(Digest digest, boolean reply) implements TreeMessage {}
}
