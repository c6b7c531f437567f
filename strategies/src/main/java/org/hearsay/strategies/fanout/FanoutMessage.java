package org.hearsay.strategies.fanout;

import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;

/** Pushes, requests for them, and feedback. */
sealed interface FanoutMessage extends Message {

  /**
   * What is hot at the sender.
   *
   * @param cycle the sender's cycle, to be repeated in the feedback
   * @param rumors the hot rumors
   */
  record Push(long cycle, Rumors rumors) implements FanoutMessage {}

  /**
   * The feedback to a push that was unneeded, in part at least.
   *
   * @param cycle the cycle of the push
   * @param ids those of its rumors that the receiver knew before
   */
  record Known(long cycle, RumorIds ids) implements FanoutMessage {
    /** As without it what is known goes on being pushed, for longer. */
    @Override
    public boolean isLazy() {
      return true;
    }
  }

  /** Asks for what is hot, which comes as a push. */
  record Pull() implements FanoutMessage {
    /** As another one follows with the next cycle. */
    @Override
    public boolean isLazy() {
      return true;
    }

    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof Pull;
    }
  }

  /**
   * The feedback to a push where some are asked for.
   *
   * @param known those of its rumors that the receiver knew before
   * @param needed the others
   */
  record Feedback(RumorIds known, RumorIds needed) implements FanoutMessage {}
}
