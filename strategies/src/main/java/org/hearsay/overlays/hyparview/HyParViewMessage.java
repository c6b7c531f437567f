package org.hearsay.overlays.hyparview;

import org.hearsay.api.membership.Sightings;

/**
 * The messages of HyParView, which is part of the latency-aware overlay, too. What is said of a
 * node has the time since it said so as its note.
 */
public sealed interface HyParViewMessage extends LatencyAwareMessage {

  /** Asks a contact to take the sender into the overlay. */
  record Join() implements HyParViewMessage {}

  /**
   * Walks through the overlay with somebody who joins.
   *
   * @param joiner who
   * @param ttl how many steps are left
   */
  record ForwardJoin(Sightings joiner, int ttl) implements HyParViewMessage {}

  /**
   * Asks to be neighbors.
   *
   * @param urgent whether the receiver must agree, at the expense of another neighbor
   */
  record Neighbor(boolean urgent) implements HyParViewMessage {}

  /** Says that the sender has made the receiver its neighbor. */
  record Accept() implements HyParViewMessage {}

  /** Says that the sender has enough neighbors. */
  record Reject() implements HyParViewMessage {}

  /**
   * Says that the sender is not the receiver's neighbor any more.
   *
   * @param leaving whether it is about to stop for good
   */
  record Disconnect(boolean leaving) implements HyParViewMessage {}

  /**
   * Walks through the overlay and exchanges what two nodes know of others.
   *
   * @param sample whom its origin knows, the origin itself first
   * @param ttl how many steps are left
   */
  record Shuffle(Sightings sample, int ttl) implements HyParViewMessage {}

  /**
   * Answers a shuffle.
   *
   * @param sample whom the last node of the walk knows
   */
  record ShuffleReply(Sightings sample) implements HyParViewMessage {}
}
