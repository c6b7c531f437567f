package org.hearsay.simulation;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.membership.Verdict;

/** Hears of everything that happens in a run, in order. Times are microseconds since the start. */
public interface RunObserver {

  /** An envelope left a node; {@code line} is what it is on the wire, without the line's end. */
  default void sent(long micros, int from, int to, List<? extends Message> envelope, byte[] line) {}

  /** An envelope will never arrive. */
  default void lost(long micros, int from, int to, List<? extends Message> envelope) {}

  /** An envelope that was sent once will arrive twice. */
  default void duplicated(long micros, int from, int to, List<? extends Message> envelope) {}

  /** An envelope arrives. */
  default void received(long micros, int from, int to, List<? extends Message> envelope) {}

  /** A timer of a node fires, or several do. */
  default void woke(long micros, int node) {}

  /** A rumor is delivered at a node, for the first time in this life of the node. */
  default void delivered(long micros, int node, int from, long rumor) {}

  /**
   * A rumor has become readable at a node, for the first time in this life of the node. Told where
   * readers are shown rumors in an order; elsewhere all that is delivered is readable.
   */
  default void released(long micros, int node, long rumor) {}

  /**
   * A node has let a rumor go, or will never have it: it takes it for known, and does not keep it.
   */
  default void gone(long micros, int node, long rumor) {}

  /** A rumor that was delivered in an earlier life of a node is known there again. */
  default void recovered(long micros, int node, long rumor) {}

  /** A partition began or ended, a node died or came back. */
  default void fault(long micros, String what) {}

  /** A node died, and forgot all that was delivered there but for what it kept. */
  default void died(long micros, int node) {}

  /** A node that had died came back. */
  default void cameBack(long micros, int node) {}

  /** A node's failure detector has come to think otherwise of a peer. */
  default void judged(long micros, int node, int peer, Verdict verdict) {}

  /** A node has other neighbors than before, as its strategy has just been told. */
  default void relinked(long micros, int node) {}
}
