package org.hearsay.api.membership;

import org.hearsay.api.Context;
import org.hearsay.api.Peers;

/**
 * The world as one node's overlay sees it. What it changes is noted and takes effect after the
 * callback has returned, in call order.
 *
 * @param <M> the messages of the overlay
 */
public interface OverlayNode<M extends OverlayMessage> extends Context<M> {

  /** Every other node that the world has a name for, whether it is there or not. */
  Peers others();

  /** The nodes through which this one may join: they are there before it, or are to be. */
  Peers contacts();

  /** The peers that the world links this node to; until it has said so, every node but this one. */
  Peers topology();

  /** Which life of this node it is: larger than those of its earlier lives. */
  long incarnation();

  /** The newest life of a peer that this node has heard of; 0 if none. */
  long incarnation(int peer);

  /** Whether a peer is dead as far as this node knows. */
  boolean isDown(int peer);

  /** The neighbors that were chosen last, whether they are alive or not. */
  Peers links();

  /**
   * Chooses the neighbors. The strategy sees those of them that are not {@linkplain #isDown down}.
   */
  void linkTo(Peers neighbors);

  /**
   * Says which nodes this one knows of: its neighbors and others. The strategy sees those of them
   * that are not {@linkplain #isDown down}. Of any other node this one soon forgets what it knows.
   */
  void know(Peers members);

  /**
   * Takes in hearsay of a life of a peer. One that is newer than {@link #incarnation(int)} counts
   * as alive; any other is old news and changes nothing.
   */
  void hear(int peer, long incarnation);
}
