package org.hearsay.api.membership;

/**
 * Whom a node talks to: the state of one node's overlay and what it does when something happens.
 *
 * <p>An overlay learns of other nodes, chooses which of them are this node's neighbors, and says so
 * with {@link OverlayNode#linkTo} and {@link OverlayNode#know}. Whether they are alive is the
 * failure detector's business, which tells by {@link #onDown} and {@link #onUp}. The rules of a
 * {@link org.hearsay.api.Strategy} hold: one instance a node, one callback at a time, no I/O, clock
 * or randomness of its own.
 *
 * @param <M> the messages its nodes exchange: a record, or a sealed interface of records
 */
public interface Overlay<M extends OverlayMessage> {

  /**
   * The node begins a life: called once, before any other callback.
   *
   * @param node the node, valid until this callback returns
   */
  void onStart(OverlayNode<M> node);

  /**
   * A message arrived. Messages may be lost, reordered and repeated.
   *
   * @param from the peer that sent it
   */
  default void onMessage(OverlayNode<M> node, int from, M message) {}

  /** A timer's deadline has come. The timer is no longer scheduled. */
  default void onTimer(OverlayNode<M> node, int timer) {}

  /** {@link OverlayNode#topology()} is another set than at the last callback. */
  default void onTopologyChanged(OverlayNode<M> node) {}

  /**
   * A peer is dead as far as this node knows, or was in the life that has just ended: then {@link
   * #onUp} follows at once.
   */
  default void onDown(OverlayNode<M> node, int peer) {}

  /**
   * A peer is alive that was not known to be: it was heard from for the first time, has begun a new
   * life, or was taken for dead.
   */
  default void onUp(OverlayNode<M> node, int peer) {}

  /** The node is about to stop for good, which it may tell others. Nothing is called afterwards. */
  default void onLeave(OverlayNode<M> node) {}
}
