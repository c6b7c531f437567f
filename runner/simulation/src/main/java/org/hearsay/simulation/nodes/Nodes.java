package org.hearsay.simulation.nodes;

import org.hearsay.api.Message;
import org.hearsay.node.membership.Membership;
import org.hearsay.node.membership.Verdict;
import org.hearsay.node.service.Counters;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a simulated cluster by their numbers: strategies and the runtime around them,
 * without a notion of what surrounds them. A call is an event and runs to completion.
 */
public interface Nodes {

  /** What nodes need. */
  interface Surroundings {

    /** What a node's clock shows. */
    long nowMicros(int node);

    /** An envelope leaves a node for each of the peers at some indices of an array. */
    void send(int from, Message envelope, int[] peers, int start, int end);

    /** A rumor is delivered at a node, for the first time in this life of the node. */
    void delivered(int node, int from, long rumor);

    /** A rumor has become readable at a node, where readers are shown rumors in an order. */
    void released(int node, long rumor);

    /** A node will never have a rumor, as nobody has it any more. */
    default void forgone(int node, long rumor) {}

    /** A rumor that was delivered in an earlier life of a node is known there again. */
    default void recovered(int node, long rumor) {}

    /** A node has written something to its disk. */
    default void written(int node) {}

    /**
     * A node lets a rumor go.
     *
     * @param expired whether somebody was not known to have it
     */
    default void letGo(int node, long rumor, boolean expired) {}

    /** A node's failure detector has come to think otherwise of a peer. */
    void judged(int node, int peer, Verdict verdict);

    /** A node has other neighbors than before, as its strategy has just been told. */
    void relinked(int node);

    /** An envelope did not leave, as its receiver is down as far as the sender knows. */
    void withheld(int from, int to);
  }

  /** Begins a new life of a node that is down, under an incarnation never used before. */
  void start(int node, long incarnation);

  /** What a node keeps over its lives; null if it keeps nothing. */
  default @Nullable VirtualDisk disk(int node) {
    return null;
  }

  /** Ends a node's life: it forgets everything but what is on its disk. */
  void kill(int node);

  /** Lets a node say good-bye, which is about to be killed. */
  void leave(int node);

  /** An envelope arrives: a message, or a {@link Bundle}. */
  void receive(int node, int from, Message envelope);

  /**
   * Reads what it will take for envelopes to arrive at nodes.
   *
   * @param rumors the first rumor of each envelope, or a negative number if it has none
   * @return how many of them bring news, as it seems now; these are moved to the front
   */
  default int readAhead(int[] ids, int[] senders, long[] rumors, int count) {
    return 0;
  }

  /** Why a client's broadcast of a value is not accepted at present; null if it is. */
  default @Nullable String refusal(int node, int value) {
    return null;
  }

  /** What happens to a node next has waited so long for it to get round to it. */
  default void waited(int node, long micros) {}

  /** A client broadcasts a value. */
  void broadcast(int node, int value);

  /** What a node has counted, in all its lives. */
  default Counters counters(int node) {
    return new Counters();
  }

  /** The values that a node's clients may read, in order and as often as they are there. */
  int[] values(int node);

  /** The values that a node knows to be gone: let go there, or elsewhere before they came. */
  default int[] goneValues(int node) {
    return new int[0];
  }

  /** Whether a node, which is up, knows a rumor. */
  default boolean knows(int node, long rumor) {
    return true;
  }

  /** Whether a timer may have been set or cleared since the last call of this method. */
  boolean timersChanged();

  /**
   * When {@link #fireTimers} is to be called next, by the node's clock; {@link Long#MAX_VALUE} if
   * no timer is set.
   */
  long nextDeadlineMicros(int node);

  /** Fires the timers that are due. */
  void fireTimers(int node);

  /** Tells a node's failure detector the truth: a peer has died. */
  void learnDeath(int node, int peer);

  /** Tells a node's failure detector the truth: a peer that had died is back. */
  void learnBirth(int node, int peer);

  /** What is around a node's strategy; null if there is nothing, or the node is down. */
  @Nullable Membership membership(int node);
}
