package org.hearsay.api.membership;

import org.hearsay.api.Context;
import org.hearsay.api.Peers;

/**
 * The world as one node's failure detector sees it. Verdicts are noted and take effect after the
 * callback has returned, in call order.
 *
 * @param <M> the messages of the detector
 */
public interface DetectorNode<M extends DetectorMessage> extends Context<M> {

  /** The neighbors that the overlay has chosen, whether they are alive or not. */
  Peers links();

  /**
   * The nodes among which deaths can be found together: every member, whether alive or not, if the
   * overlay knows them all; else {@link #links()}.
   */
  Peers group();

  /** Whether every node has the same group, but for itself: then what one finds concerns all. */
  boolean isGroupShared();

  /** Which life of this node it is: larger than those of its earlier lives. */
  long incarnation();

  /** The newest life of a peer that this node has heard of; 0 if none. */
  long incarnation(int peer);

  /** Whether a peer is down at present. */
  boolean isDown(int peer);

  /** Suspects a peer. Nothing but who looks on from outside hears of it. */
  void suspect(int peer);

  /** Takes a peer for dead. */
  void down(int peer);

  /** Takes a peer for alive again, on somebody else's word. */
  void up(int peer);
}
