package org.hearsay.strategies.deltaack;

import org.hearsay.api.Message;
import org.hearsay.api.Rumors;

/**
 * Rumors and their receipt. Each link numbers the rumors it carries, from 0 in each direction, and
 * from the next multiple of 2<sup>40</sup> after an interruption with rumors under way.
 */
sealed interface DeltaAckMessage extends Message {

  /**
   * Rumors that the receiver is not known to have.
   *
   * @param first the number of the first of them on this link
   * @param rumors the rumors, numbered upwards
   */
  record Delta(long first, Rumors rumors) implements DeltaAckMessage {
    /** Whether it brings what the earlier one does. */
    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof Delta delta
          && first <= delta.first
          && first + rumors.size() >= delta.first + delta.rumors.size();
    }
  }

  /**
   * The receipt for all deltas so far.
   *
   * @param upTo the lowest number that has not been received on this link
   */
  record Ack(long upTo) implements DeltaAckMessage {
    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof Ack ack && upTo >= ack.upTo;
    }
  }
}
