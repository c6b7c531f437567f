package org.hearsay.simulation;

import java.util.List;
import org.hearsay.api.Message;

/** Hears of everything that happens in a run, in order. Times are microseconds since the start. */
public interface RunObserver {

  /** An envelope left a node; {@code bytes} is its line on the wire, the line's end included. */
  default void sent(long micros, int from, int to, List<? extends Message> envelope, int bytes) {}

  /** An envelope will never arrive. */
  default void lost(long micros, int from, int to, List<? extends Message> envelope) {}

  /** An envelope arrives. */
  default void received(long micros, int from, int to, List<? extends Message> envelope) {}

  /** A rumor is delivered at a node, for the first time in this life of the node. */
  default void delivered(long micros, int node, int from, long rumor) {}

  /** A partition began or ended, a node died or came back. */
  default void fault(long micros, String what) {}
}
