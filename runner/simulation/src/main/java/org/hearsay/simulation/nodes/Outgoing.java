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

  /** The messages, each for a run of peers that begins where the last one's ends. */
  private Message[] messages = new Message[4];

  private int[] starts = new int[4];
  private int runs;
  private int size;
  private int lastPeer = -1;
  private boolean ascending = true;

  /** Begins a run: the peers added from now on get this message. */
  void begin(M message) {
    if (runs == messages.length) {
      messages = Arrays.copyOf(messages, runs * 2);
      starts = Arrays.copyOf(starts, runs * 2);
    }
    messages[runs] = message;
    starts[runs++] = size;
  }

  /** Adds a peer to the last run. */
  void add(int peer) {
    if (size == peers.length) {
      peers = Arrays.copyOf(peers, size * 2);
    }
    ascending &= lastPeer < peer;
    lastPeer = peer;
    peers[size++] = peer;
  }

  /** Sends what was gathered, in the order of each peer's first message. */
  void flush(int node, Nodes.Surroundings surroundings) {
    if (size > 0) {
      if (ascending) {
        for (int run = 0; run < runs; run++) {
          surroundings.send(node, messages[run], peers, starts[run], end(run));
        }
      } else {
        sendTogether(node, surroundings);
      }
      size = 0;
      runs = 0;
      ascending = true;
      lastPeer = -1;
    }
  }

  private int end(int run) {
    return run + 1 == runs ? size : starts[run + 1];
  }

  private void sendTogether(int node, Nodes.Surroundings surroundings) {
    Map<Integer, List<Message>> envelopes = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      for (int i = starts[run]; i < end(run); i++) {
        envelopes.computeIfAbsent(peers[i], unused -> new ArrayList<>(1)).add(messages[run]);
      }
    }
    envelopes.forEach(
        (peer, sent) -> surroundings.send(node, Bundle.envelope(sent), new int[] {peer}, 0, 1));
  }
}
