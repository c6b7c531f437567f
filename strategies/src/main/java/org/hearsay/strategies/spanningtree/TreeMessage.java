package org.hearsay.strategies.spanningtree;

import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;

/** The four messages of Plumtree, and the summary that stands in for those that were lost. */
sealed interface TreeMessage extends Message {

  /**
   * Rumors, sent along their origins' trees or because they were asked for (the paper's GOSSIP).
   *
   * @param rumors the rumors
   */
  record Push(Rumors rumors) implements TreeMessage {}

  /**
   * Announces rumors beside their origins' trees.
   *
   * @param ids rumors the sender learned lately
   */
  record IHave(RumorIds ids) implements TreeMessage {
    @Override
    public boolean isLazy() {
      return true;
    }
  }

  /**
   * Asks for rumors, and to be pushed to from now on what comes from the same origins.
   *
   * @param ids rumors the receiver announced
   */
  record Graft(RumorIds ids) implements TreeMessage {}

  /**
   * Asks not to be pushed to any more what comes from the same origins.
   *
   * @param ids rumors the receiver pushed for nothing
   */
  record Prune(RumorIds ids) implements TreeMessage {}

  /**
   * Announces all that the sender knows.
   *
   * @param digest what it knows
   * @param reply whether this answers the receiver's own summary
   */
  record Summary(Digest digest, boolean reply) implements TreeMessage {
    /** Only one that asks for an answer stands in for one that does. */
    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof Summary summary && (!reply || summary.reply);
    }
  }
}
