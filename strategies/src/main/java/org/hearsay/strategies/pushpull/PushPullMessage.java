package org.hearsay.strategies.pushpull;

import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;

/** The up to three messages of an exchange, in their order. */
sealed interface PushPullMessage extends Message {

  /**
   * Begins an exchange.
   *
   * @param digest what the initiator knows
   */
  record Offer(Digest digest) implements PushPullMessage {
    /** As there is another exchange soon. */
    @Override
    public boolean isLazy() {
      return true;
    }

    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof Offer;
    }
  }

  /**
   * Replies to an offer that differs from what the answerer knows.
   *
   * @param digest what the answerer knows
   * @param rumors what the initiator lacks of it
   */
  record Answer(Digest digest, Rumors rumors) implements PushPullMessage {}

  /**
   * Ends an exchange.
   *
   * @param rumors what the answerer lacked
   */
  record Rest(Rumors rumors) implements PushPullMessage {}
}
