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
  private Object[] messages = new Object[16];
  private int size;
  private boolean ascending = true;

  void add(int peer, M message) {
    if (size == peers.length) {
      peers = Arrays.copyOf(peers, size * 2);
      messages = Arrays.copyOf(messages, size * 2);
    }
    ascending &= size == 0 || peers[size - 1] < peer;
    peers[size] = peer;
    messages[size++] = message;
  }

  @SuppressWarnings("unchecked")
  private M message(int index) {
    return (M) messages[index];
  }

  /** Sends what was gathered, in the order of each peer's first message. */
  void flush(int node, Nodes.Surroundings<M> surroundings) {
    if (size > 0) {
      if (ascending) {
        sendEachAlone(node, surroundings);
      } else {
        sendTogether(node, surroundings);
      }
      size = 0;
      ascending = true;
    }
  }

  /** Peers in a row that get the same message share an envelope. */
  private void sendEachAlone(int node, Nodes.Surroundings<M> surroundings) {
    int start = 0;
    for (int end = 1; end <= size; end++) {
      if (end == size || messages[end] != messages[start]) {
        surroundings.send(Envelope.of(node, message(start)), peers, start, end);
        start = end;
      }
    }
  }

  private void sendTogether(int node, Nodes.Surroundings<M> surroundings) {
    Map<Integer, List<M>> envelopes = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      envelopes.computeIfAbsent(peers[i], unused -> new ArrayList<>(1)).add(message(i));
    }
    envelopes.forEach(
        (peer, sent) -> surroundings.send(Envelope.of(node, sent), new int[] {peer}, 0, 1));
  }
}
