package org.hearsay.node.retention;

import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.node.service.ServiceMessage;

/** What nodes say to each other so that each learns what every member has. */
public sealed interface StabilityMessage extends ServiceMessage {
  /** All of them. */
  List<Class<? extends Message>> TYPES = List.of(Knows.class, KnowsEnd.class, KnowsReceipt.class);

  /**
   * What a member has, as far as the sender knows.
   *
   * @param member its number
   * @param life which life of it
   * @param known all that it knows, kept or let go
   * @param urgent whether it needed room then, so that all should speak of themselves more often
   */
  record Knows(int member, long life, Digest known, boolean urgent) implements StabilityMessage {
    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof Knows other && other.member == member && other.life <= life;
    }
  }

  /** These were all that the sender has to say; it waits for a receipt of that number. */
  record KnowsEnd(long number) implements StabilityMessage {}

  /** What the receiver had to say under that number has arrived. */
  record KnowsReceipt(long number) implements StabilityMessage {}
}
