package org.hearsay.api;

import java.util.random.RandomGenerator;

/**
 * The world as one node of a strategy sees it: who is there, what is known, what can be done.
 *
 * <p>A {@code Node} is valid only during the callback it was passed to; afterwards every method
 * throws {@link IllegalStateException}. {@link #deliver} takes effect at once. {@link #send},
 * {@link #schedule} and {@link #cancel} are noted and take effect after the callback has returned,
 * in call order; what goes to the same peer leaves in one envelope, which counts as one message on
 * the wire.
 *
 * @param <M> the messages of the strategy
 */
public interface Node<M extends Message> {

  /** This node's number, from 0. May be called from every callback. */
  int id();

  /**
   * The peers that the topology links to this node. Until a topology is known these are all {@link
   * #members()}; a change is announced by {@link Strategy#onNeighborsChanged}.
   */
  Peers neighbors();

  /** Every node of the cluster but this one, linked to it or not. */
  Peers members();

  /** What this node knows: each rumor delivered here, in order of delivery. */
  RumorLog log();

  /** The node a rumor began at. May be called from every callback, for any rumor heard of here. */
  int origin(long rumor);

  /**
   * Delivers a rumor to this node's clients unless it was delivered before. May be called from
   * {@link Strategy#onMessage} only, for a rumor that the message carries.
   *
   * @return whether the rumor is new here
   * @throws IllegalArgumentException if the message being handled does not carry the rumor
   */
  boolean deliver(long rumor);

  /**
   * Delivers several rumors, see {@link #deliver(long)}.
   *
   * @return those of them that are new here, in the order given
   */
  default Rumors deliver(Rumors rumors) {
    RumorIds.Builder fresh = RumorIds.builder(rumors.size());
    for (int i = 0; i < rumors.size(); i++) {
      if (deliver(rumors.get(i))) {
        fresh.add(rumors.get(i));
      }
    }
    return fresh.size() == rumors.size() ? rumors : new Rumors(fresh.build());
  }

  /**
   * Sends a message, once and without any guarantee that it arrives. May be called from every
   * callback.
   *
   * @param peer a member other than this node, a neighbor or not
   * @throws IllegalArgumentException if {@code peer} is no member, or if the message carries a
   *     rumor that is neither known here nor carried by the message being handled
   */
  void send(int peer, M message);

  /**
   * Sets the one deadline of a timer, replacing the one it had. May be called from every callback.
   *
   * @param timer any id, 0 or larger, of the strategy's choosing; small ids are cheap
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

  /** This node's source of randomness: the same run seed gives the same draws. */
  RandomGenerator random();
}
