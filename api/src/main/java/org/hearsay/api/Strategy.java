package org.hearsay.api;

/**
 * A way of spreading rumors: the state of one node and what it does when something happens to it.
 *
 * <p>The runtime creates one instance per node, unless the strategy has no state to keep, and calls
 * one callback at a time, each to completion. A strategy acts only through the {@link Node} it is
 * handed: it does no I/O, reads no clock, starts no thread and has no randomness of its own, so
 * that the same class runs as a process, under Maelstrom and in a simulation, and gives the same
 * run for the same seed. An exception thrown by a callback discards that callback's sends and
 * timers; rumors it delivered stay delivered.
 *
 * @param <M> the messages this strategy's nodes exchange: a record, or a sealed interface of
 *     records
 */
public interface Strategy<M extends Message> {

  /**
   * The node starts: called once, before any other callback, when every member can be reached.
   *
   * @param node the node, valid until this callback returns
   */
  default void onStart(Node<M> node) {}

  /**
   * A client of this node broadcast a rumor, which has been delivered here already.
   *
   * @param node the node, valid until this callback returns
   * @param rumor the rumor, the newest of {@link Node#log()}
   */
  void onBroadcast(Node<M> node, long rumor);

  /**
   * A message arrived. Messages may be lost, reordered and, from a retransmitting peer, repeated.
   *
   * @param node the node, valid until this callback returns
   * @param from the peer that sent it
   * @param message the message, which may be kept: messages are immutable
   */
  void onMessage(Node<M> node, int from, M message);

  /**
   * A timer's deadline has come. The timer is no longer scheduled.
   *
   * @param node the node, valid until this callback returns
   * @param timer the id given to {@link Node#schedule}
   */
  default void onTimer(Node<M> node, int timer) {}

  /**
   * {@link Node#neighbors()} is another set than at the last callback.
   *
   * @param node the node, valid until this callback returns
   */
  default void onNeighborsChanged(Node<M> node) {}

  /**
   * A peer has begun a new life without the state of its last one: what it was told before it does
   * not know. Called before any message of the new life, and only where there is an overlay or a
   * failure detector; without, nobody tells one life from another.
   *
   * @param node the node, valid until this callback returns
   * @param peer the peer, a neighbor or not
   */
  default void onRestart(Node<M> node, int peer) {}
}
