package org.hearsay.node.flow;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.service.ServiceMessage;

/** What nodes tell each other so that neither sends the other more than it can take. */
public sealed interface FlowMessage extends ServiceMessage {
  /** All of them. */
  List<Class<? extends Message>> TYPES = List.of(FlowMark.class, FlowCongested.class);

  /**
   * Numbers an envelope, and is the receipt for those of the other direction.
   *
   * @param number the envelope's, larger than that of every earlier one to the same peer, by
   *     whichever life of the sender; 0 for one that is not to be acknowledged
   * @param received the largest number that came from the peer; 0 if none has
   * @param heldMicros for how long that has waited to be acknowledged
   */
  record FlowMark(long number, long received, long heldMicros) implements FlowMessage {}

  /** Says that the sender cannot keep up with what it is sent. */
  record FlowCongested() implements FlowMessage {
    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof FlowCongested;
    }
  }
}
