package org.hearsay.node.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.membership.Membership;

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

  /** Sends what was gathered, in the order of each peer's first message. */
  void flush(Outlet outlet) {
    if (!envelopes.isEmpty()) {
      try {
        envelopes.forEach((peer, messages) -> outlet.send(peer, Envelope.of(messages)));
      } finally {
        envelopes.clear();
      }
    }
  }

  /** The same where a peer may be down, and where something may join an envelope as it leaves. */
  public void flush(Outlet outlet, Membership membership, NodeListener listener) {
    try {
      while (!envelopes.isEmpty()) {
        Map.Entry<Integer, List<Message>> next = envelopes.entrySet().iterator().next();
        int peer = next.getKey();
        List<Message> messages = next.getValue();
        boolean admitted = membership.admits(peer);
        if (admitted) {
          membership.departing(peer);
          outlet.send(peer, membership.envelope(peer, messages));
        } else {
          listener.withheld(peer);
        }
        envelopes.remove(peer);
      }
    } finally {
      envelopes.clear();
    }
  }
}
