package org.hearsay.node.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.node.service.Departure;

/** Messages on their way out, gathered so that each peer gets one envelope per event. */
public final class Outbox {
  private final Map<Integer, List<Message>> envelopes = new LinkedHashMap<>();

  /** Adds a message to the envelope for a peer. */
  public void add(int peer, Message message) {
    messages(peer).add(message);
  }

  /** Has an envelope leave for a peer, even if there is no message for it. */
  public void answer(int peer) {
    messages(peer);
  }

  private List<Message> messages(int peer) {
    return envelopes.computeIfAbsent(peer, unused -> new ArrayList<>(1));
  }

  /** Lets what was gathered go, in the order of each peer's first message. */
  public void flush(Departure departure) {
    try {
      while (!envelopes.isEmpty()) {
        Map.Entry<Integer, List<Message>> next = envelopes.entrySet().iterator().next();
        departure.depart(next.getKey(), next.getValue());
        envelopes.remove(next.getKey());
      }
    } finally {
      envelopes.clear();
    }
  }
}
