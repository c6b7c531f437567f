package org.hearsay.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which nodes do not get to the network, and what waits until they do, either way. */
final class Hangs {
  private final BitSet hung = new BitSet();
  private final Map<Integer, List<Runnable>> waiting = new HashMap<>();

  /** Lets everything wait that a node sends and is sent. */
  void hang(int node) {
    hung.set(node);
  }

  /** Lets a node at the network: what waited happens, in order. */
  void unhang(int node) {
    hung.clear(node);
    List<Runnable> due = waiting.remove(node);
    if (due != null) {
      due.forEach(Runnable::run);
    }
  }

  /** Forgets what waits for a node, which is dead, and with it that it hung. */
  void kill(int node) {
    hung.clear(node);
    waiting.remove(node);
  }

  /** Whether any node hangs. */
  boolean areThere() {
    return !hung.isEmpty();
  }

  boolean isHung(int node) {
    return hung.get(node);
  }

  /** Does something once a node gets to the network. */
  void afterwards(int node, Runnable action) {
    waiting.computeIfAbsent(node, unused -> new ArrayList<>()).add(action);
  }
}
