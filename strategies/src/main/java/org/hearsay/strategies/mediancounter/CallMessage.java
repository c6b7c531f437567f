package org.hearsay.strategies.mediancounter;

import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;

/** What two nodes say in a call. */
sealed interface CallMessage extends Message {

  /** Calls, and so asks for what the other one has to tell. */
  record Call() implements CallMessage {
    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof Call;
    }
  }

  /**
   * Rumors that the sender spreads.
   *
   * @param counter the sender's counter for each of them, in state B
   * @param rumors the rumors
   */
  record Tell(int counter, Rumors rumors) implements CallMessage {}

  /**
   * Rumors that the sender spreads for a last few rounds, in state C.
   *
   * @param rumors the rumors
   */
  record TellLast(Rumors rumors) implements CallMessage {}

  /**
   * Rumors that the sender was told and spreads no more, in state D.
   *
   * @param ids the rumors
   */
  record Stopped(RumorIds ids) implements CallMessage {}
}
