package org.hearsay.node.trail;

import org.hearsay.api.RumorIds;
import org.hearsay.node.service.ServiceMessage;

/**
 * How far rumors have come that later messages of the same envelope carry.
 *
 * @param hop how many hops they took to the sender
 * @param ids which rumors
 */
public record Hops(int hop, RumorIds ids) implements ServiceMessage {

  /** Checks the number. */
  public Hops {
    if (hop < 0 || hop == Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a rumor cannot take " + hop + " hops");
    }
  }
}
