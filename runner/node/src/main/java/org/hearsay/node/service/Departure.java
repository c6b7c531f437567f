package org.hearsay.node.service;

import java.util.List;
import org.hearsay.api.Message;

/** A step on the way out of a node. */
@FunctionalInterface
public interface Departure {

  /**
   * These are for a peer, in one envelope; they may leave, wait, or not leave at all.
   *
   * @param messages a list that may be changed; what joins them on their way is added to it
   */
  void depart(int peer, List<Message> messages);
}
