package org.hearsay.node.flow;

import java.util.function.LongConsumer;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.node.repair.RepairMessage.RepairOffer;

/**
 * What a peer missed, as it was dropped: up to {@value #MOST} rumors by name, which can be offered
 * to it; beyond that, or if anything else was dropped, both sides have to compare what they know.
 */
final class Missed {
  static final int MOST = 1_000;

  private final LongConsumer dropped;
  private RumorIds.Builder rumors = RumorIds.builder();
  private int count;
  private boolean more;

  /** Nothing yet; of what is dropped then, each rumor that a message carried is told. */
  Missed(LongConsumer dropped) {
    this.dropped = dropped;
  }

  /** A message was dropped; an offer is made anew. */
  void add(Message message) {
    message.rumors().ids().stream().forEach(dropped);
    RumorIds carried = message instanceof RepairOffer offer ? offer.ids() : message.rumors().ids();
    if (carried.isEmpty() || count + carried.size() > MOST) {
      more = true;
      return;
    }
    count += carried.size();
    for (int i = 0; i < carried.size(); i++) {
      rumors.add(carried.get(i));
    }
  }

  /** Nobody knows what was missed. */
  void addUnknown() {
    more = true;
  }

  boolean isEmpty() {
    return count == 0 && !more;
  }

  /** Has it made up for, and forgets it. */
  void repair(int peer, Repairs repairs) {
    if (count > 0) {
      repairs.offer(peer, rumors.build());
    }
    if (more) {
      repairs.ask(peer);
    }
    rumors = RumorIds.builder();
    count = 0;
    more = false;
  }
}
