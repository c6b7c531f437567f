package org.hearsay.node.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.hearsay.api.Message;
import org.jspecify.annotations.Nullable;

/** What keeps one of a node's guarantees: told what happens to the node, and asked what may. */
public interface Service {

  /** The node starts, and knows what earlier lives of it have left. */
  default void start() {}

  /**
   * Why a client's broadcast is not accepted at present; null if it is.
   *
   * @param client who asks, as far as its requests are told from those of others
   */
  default @Nullable String refusal(String client, JsonNode payload) {
    return null;
  }

  /** Why a value can never be accepted, whoever broadcasts it; null if it may be. */
  default @Nullable String objection(JsonNode payload) {
    return null;
  }

  /** Whether there is room for a rumor that is not known. */
  default boolean admits(long rumor, int from) {
    return true;
  }

  /** A rumor has come to be known, from a peer or from a client of this node. */
  default void delivered(long rumor, int from) {}

  /** An envelope has come; whether its messages are to be taken in. */
  default boolean hear(int from, List<? extends Message> messages) {
    return true;
  }

  /** A message of a peer's services has come, perhaps of this one. */
  default void receive(int from, ServiceMessage message) {}

  /** Rumors may have become known as gone. */
  default void learned() {}

  /** An envelope that has come was taken in, or not. */
  default void taken(List<? extends Message> messages) {}

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} for never. */
  default long nextDeadlineMicros() {
    return Long.MAX_VALUE;
  }

  /** Does what is due. */
  default void fireTimers() {}
}
