package org.hearsay.api;

import java.util.random.RandomGenerator;

/**
 * What every part of a node can do during a callback: send, set timers, tell the time, draw.
 *
 * <p>It is valid only during the callback it was passed to; afterwards every method throws {@link
 * IllegalStateException}. {@link #send}, {@link #schedule} and {@link #cancel} are noted and take
 * effect after the callback has returned, in call order; what goes to the same peer leaves in one
 * envelope, which counts as one message on the wire.
 *
 * @param <M> the messages of that part
 */
public interface Context<M extends Message> {

  /** This node's number, from 0. May be called from every callback. */
  int id();

  /**
   * Sends a message, once and without any guarantee that it arrives. May be called from every
   * callback.
   *
   * @param peer another node of the cluster
   * @throws IllegalArgumentException if there is no such node, or if the message carries a rumor
   *     that is neither known here nor carried by the message being handled
   */
  void send(int peer, M message);

  /**
   * Sets the one deadline of a timer, replacing the one it had. May be called from every callback.
   *
   * @param timer any id, 0 or larger, of that part's choosing; small ids are cheap
   * @param delayMicros time from now in microseconds, 0 or larger
   * @throws IllegalArgumentException if either is negative
   */
  void schedule(int timer, long delayMicros);

  /** Clears a timer's deadline, if it has one. May be called from every callback. */
  void cancel(int timer);

  /**
   * Microseconds since an arbitrary moment, the same throughout one callback and never decreasing.
   * Only differences on one node mean anything.
   */
  long nowMicros();

  /** This part's source of randomness: the same run seed gives the same draws. */
  RandomGenerator random();
}
