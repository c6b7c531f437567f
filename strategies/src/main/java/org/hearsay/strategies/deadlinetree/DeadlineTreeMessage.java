package org.hearsay.strategies.deadlinetree;

import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;

/** What nodes send. A tree is named by its number, from 0. */
sealed interface DeadlineTreeMessage extends Message {

  /**
   * New rumors from where they began, when there is no time for a way through a root.
   *
   * @param digest what the sender knows: who knows less has missed something
   * @param rumors the rumors
   */
  record Tell(Digest digest, Rumors rumors) implements DeadlineTreeMessage {}

  /**
   * What a root has not confirmed yet, and a receipt for what came from it.
   *
   * @param tree the root's tree
   * @param round the last round that arrived
   * @param linkMicros how long a message takes to the root, as the sender measures it
   * @param slackMicros until when the oldest of the rumors has to be everywhere, from now
   * @param rumors the rumors
   */
  record Up(int tree, long round, long linkMicros, long slackMicros, Rumors rumors)
      implements DeadlineTreeMessage {}

  /**
   * A round: what a root has gathered, the same to all.
   *
   * @param tree the root's tree
   * @param round the round's number, one more than that of the round before
   * @param nextMicros time to the next round, if there is anything to send then
   * @param periodMicros time from that to the one after it
   * @param degree how many nodes each receiver passes this on to, see {@link TreeShape}
   * @param rumors the rumors
   */
  record Down(int tree, long round, long nextMicros, long periodMicros, int degree, Rumors rumors)
      implements DeadlineTreeMessage {}

  /**
   * Asks for a receipt at once.
   *
   * @param tree the root's tree
   * @param round the last round
   * @param digest what the root knows
   */
  record Ask(int tree, long round, Digest digest) implements DeadlineTreeMessage {
    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof Ask ask && tree == ask.tree && round >= ask.round;
    }
  }

  /**
   * Begins a comparison.
   *
   * @param tree for which tree
   * @param digest what the sender knows
   */
  record Offer(int tree, Digest digest) implements DeadlineTreeMessage {
    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof Offer offer && tree == offer.tree;
    }
  }

  /**
   * Answers an offer.
   *
   * @param tree for which tree
   * @param digest what the sender knows
   * @param rumors what the other lacks of it
   */
  record Answer(int tree, Digest digest, Rumors rumors) implements DeadlineTreeMessage {}

  /**
   * Ends a comparison.
   *
   * @param tree for which tree
   * @param rumors what the answerer lacked
   */
  record Rest(int tree, Rumors rumors) implements DeadlineTreeMessage {}
}
