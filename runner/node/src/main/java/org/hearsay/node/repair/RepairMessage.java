package org.hearsay.node.repair;

import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.service.ServiceMessage;

/** What nodes say to each other to find out what one of them lacks, and to supply it. */
public sealed interface RepairMessage extends ServiceMessage {
  /** All of them. */
  List<Class<? extends Message>> TYPES =
      List.of(RepairSummary.class, RepairOffer.class, RepairRequest.class, RepairReply.class);

  /**
   * What the sender knows.
   *
   * @param known all that it knows, kept or let go
   * @param gone what it knows and has let go
   * @param asks whether it wants to be told the same in return
   */
  record RepairSummary(Digest known, Digest gone, boolean asks) implements RepairMessage {
    @Override
    public boolean supersedes(Message earlier) {
      return earlier instanceof RepairSummary summary && (asks || !summary.asks);
    }
  }

  /** The sender has been short of these rumors, and has them now: others may be, too. */
  record RepairOffer(RumorIds ids) implements RepairMessage {}

  /** The sender lacks these rumors. */
  record RepairRequest(RumorIds ids) implements RepairMessage {}

  /**
   * What was asked for.
   *
   * @param rumors those that the sender has
   * @param gone those that it has let go: nobody need ask it again
   */
  record RepairReply(Rumors rumors, RumorIds gone) implements RepairMessage {}
}
