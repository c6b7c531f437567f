package org.hearsay.node.runtime;

import org.hearsay.api.Message;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;

/** The rumors of the message being handled, and what a strategy may do with a rumor by them. */
public final class Carried {
  private Rumors rumors = Rumors.NONE;
  private int cursor;

  /** Begins the handling of a message that carries these. */
  public void set(Rumors next) {
    rumors = next;
    cursor = 0;
  }

  /** The rumors. */
  public Rumors rumors() {
    return rumors;
  }

  /**
   * Checks a delivery.
   *
   * @throws IllegalArgumentException unless the rumor is carried
   */
  public void requireDeliverable(long rumor) {
    if (!contains(rumor)) {
      throw new IllegalArgumentException(
          "Only a rumor carried by the message being handled can be delivered");
    }
  }

  /**
   * Checks a message about to be sent.
   *
   * @param log what the sender knows
   * @throws IllegalArgumentException if it carries a rumor that is neither known nor carried here
   */
  public void requireSendable(Message message, RumorLog log) {
    Rumors sent = message.rumors();
    for (int i = 0; i < sent.size(); i++) {
      if (!log.contains(sent.get(i)) && !contains(sent.get(i))) {
        throw new IllegalArgumentException(
            "Only a rumor known here, or carried by the message being handled, can be sent on");
      }
    }
  }

  /** Looks on from the last rumor found, as strategies deliver in the order of the message. */
  private boolean contains(long rumor) {
    for (int i = 0; i < rumors.size(); i++) {
      int index = cursor;
      cursor = index + 1 == rumors.size() ? 0 : index + 1;
      if (rumors.get(index) == rumor) {
        return true;
      }
    }
    return false;
  }
}
