package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;

/** The messages that one event makes a node send, gathered so that each peer gets one envelope. */
final class Outgoing<M extends Message> {
  private int[] peers = new int[16];
  private final List<M> messages = new ArrayList<>();
  private boolean ascending = true;

  void add(int peer, M message) {
    int count = messages.size();
    if (count == peers.length) {
      peers = Arrays.copyOf(peers, count * 2);
    }
    ascending &= count == 0 || peers[count - 1] < peer;
    peers[count] = peer;
    messages.add(message);
  }

  /** Sends what was gathered, in the order of each peer's first message. */
  void flush(int node, Nodes.Surroundings<M> surroundings) {
    if (messages.isEmpty()) {
      return;
    }
    if (ascending) {
      sendEachAlone(node, surroundings);
    } else {
      sendTogether(node, surroundings);
    }
    messages.clear();
    ascending = true;
  }

  private void sendEachAlone(int node, Nodes.Surroundings<M> surroundings) {
    Envelope<M> envelope = Envelope.of(node, messages.get(0));
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i) != envelope.first()) {
        envelope = Envelope.of(node, messages.get(i));
      }
      surroundings.send(peers[i], envelope);
    }
  }

  private void sendTogether(int node, Nodes.Surroundings<M> surroundings) {
    Map<Integer, List<M>> envelopes = new LinkedHashMap<>();
    for (int i = 0; i < messages.size(); i++) {
      envelopes.computeIfAbsent(peers[i], unused -> new ArrayList<>(1)).add(messages.get(i));
    }
    envelopes.forEach((peer, sent) -> surroundings.send(peer, Envelope.of(node, sent)));
  }
}
