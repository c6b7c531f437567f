package org.hearsay.api.membership;

/**
 * Who is alive: the state of one node's failure detector and what it does when something happens.
 *
 * <p>A detector watches {@link DetectorNode#links()} or {@link DetectorNode#group()} and gives its
 * verdicts with {@link DetectorNode#down}. Whoever is heard from is up again, without its doing.
 * The rules of a {@link org.hearsay.api.Strategy} hold: one instance a node, one callback at a
 * time, no I/O, clock or randomness of its own.
 *
 * @param <M> the messages its nodes exchange: a record, or a sealed interface of records
 */
public interface Detector<M extends DetectorMessage> {

  /**
   * The node begins a life: called once, before any other callback, after the overlay has started.
   *
   * @param node the node, valid until this callback returns
   */
  void onStart(DetectorNode<M> node);

  /**
   * A message arrived. Messages may be lost, reordered and repeated.
   *
   * @param from the peer that sent it
   */
  default void onMessage(DetectorNode<M> node, int from, M message) {}

  /** A timer's deadline has come. The timer is no longer scheduled. */
  default void onTimer(DetectorNode<M> node, int timer) {}

  /** {@link DetectorNode#links()} or {@link DetectorNode#group()} is another set than before. */
  default void onWatchChanged(DetectorNode<M> node) {}

  /**
   * An envelope of a peer's present life arrived, with whatever messages; these come after it. If
   * the peer was down, it is no longer.
   */
  default void onHeard(DetectorNode<M> node, int peer) {}

  /**
   * An envelope leaves for a peer. What is sent there now joins it, at the cost of no message;
   * nothing can be sent elsewhere.
   */
  default void onDeparture(DetectorNode<M> node, int peer) {}

  /**
   * A peer has begun a new life, as it or somebody else says: what was known of it is of its last
   * one. It is not down any more.
   */
  default void onRestart(DetectorNode<M> node, int peer) {}

  /** A node has died: only told to detectors that are bounds, and only by simulations. */
  default void onDeath(DetectorNode<M> node, int peer) {}

  /** A node that had died is back: only told to detectors that are bounds, as above. */
  default void onBirth(DetectorNode<M> node, int peer) {}
}
