package org.hearsay.node.runtime;

import org.hearsay.node.membership.Verdict;

/** Hears of what a node comes to know: of rumors and of its peers. */
@FunctionalInterface
public interface NodeListener {

  /**
   * A rumor was delivered to the node's clients, as each one is once.
   *
   * @param from the peer whose message brought it, or the node itself for a client's broadcast
   */
  void delivered(long rumor, int from);

  /**
   * A rumor was let go: clients do not read it any more.
   *
   * @param expired whether somebody who is there was not known to have it
   */
  default void letGo(long rumor, boolean expired) {}

  /** Whether {@link #forgone} is to be told, rumor by rumor. */
  default boolean watchesGone() {
    return false;
  }

  /** The node will never have a rumor, as nobody has it any more. */
  default void forgone(long rumor) {}

  /** A rumor came that was known, at a node that guarantees nothing. */
  default void repeated(long rumor, int from) {}

  /**
   * A rumor has become readable for the node's clients, which it was not when it was delivered:
   * with {@code Order.FIFO} and {@code Order.CAUSAL} alone. Without an order all that is delivered
   * is readable, and nobody is told so again.
   */
  default void released(long rumor) {}

  /** A rumor that was delivered in an earlier life is known again. */
  default void recovered(long rumor) {}

  /** The failure detector has come to think otherwise of a peer. */
  default void judged(int peer, Verdict verdict) {}

  /** The node has other neighbors than before, as its strategy has just been told. */
  default void relinked() {}

  /** An envelope did not leave: its peer is down, and is probed only now and then. */
  default void withheld(int peer) {}
}
