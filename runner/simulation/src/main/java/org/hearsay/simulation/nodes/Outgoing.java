package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.node.runtime.Outbox;

/** The messages that one event makes a node send, gathered so that each peer gets one envelope. */
final class Outgoing<M extends Message> {
  private int[] peers = new int[16];

  /** The messages, each for a run of peers that begins where the last one's ends. */
  private Message[] messages = new Message[4];

  private int[] starts = new int[4];
  private int runs;
  private int size;

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
      makeRoom();
    }
    peers[size++] = peer;
  }

  private void makeRoom() {
    peers = Arrays.copyOf(peers, size * 2);
  }

  /** Sends what was gathered, in the order of each peer's first message. */
  void flush(int node, Nodes.Surroundings surroundings) {
    if (size > 0) {
      sendAll(node, surroundings);
      size = 0;
      runs = 0;
    }
  }

  private void sendAll(int node, Nodes.Surroundings surroundings) {
    if (isAscending()) {
      for (int run = 0; run < runs; run++) {
        surroundings.send(node, messages[run], peers, starts[run], end(run));
      }
    } else {
      sendTogether(node, surroundings);
    }
  }

  private boolean isAscending() {
    boolean ascending = true;
    for (int i = 1; i < size; i++) {
      ascending &= peers[i - 1] < peers[i];
    }
    return ascending;
  }

  private int end(int run) {
    return run + 1 == runs ? size : starts[run + 1];
  }

  /** Hands over what was gathered, message by message. */
  void moveTo(Outbox outbox) {
    for (int run = 0; run < runs; run++) {
      for (int i = starts[run]; i < end(run); i++) {
        outbox.add(peers[i], messages[run]);
      }
    }
    size = 0;
    runs = 0;
  }

  private void sendTogether(int node, Nodes.Surroundings surroundings) {
    Map<Integer, List<Message>> envelopes = new LinkedHashMap<>();
    for (int run = 0; run < runs; run++) {
      for (int i = starts[run]; i < end(run); i++) {
        envelopes.computeIfAbsent(peers[i], unused -> new ArrayList<>(1)).add(messages[run]);
      }
    }
    envelopes.forEach(
        (peer, sent) -> surroundings.send(node, Bundle.of(sent), new int[] {peer}, 0, 1));
  }
}
