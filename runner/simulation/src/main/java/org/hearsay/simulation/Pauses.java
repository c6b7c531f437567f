package org.hearsay.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which nodes stand still, and what waits for them. */
final class Pauses {
  private final BitSet paused = new BitSet();
  private final Map<Integer, List<Runnable>> waiting = new HashMap<>();

  /** Lets everything wait that would reach a node, its timers included. */
  void pause(int node) {
    paused.set(node);
  }

  /** Lets a node go on: what waited is done, in order. */
  void resume(int node) {
    paused.clear(node);
    List<Runnable> due = waiting.remove(node);
    if (due != null) {
      due.forEach(Runnable::run);
    }
  }

  boolean isPaused(int node) {
    return paused.get(node);
  }

  /** Does something once the node goes on. */
  void afterwards(int node, Runnable action) {
    waiting.computeIfAbsent(node, unused -> new ArrayList<>()).add(action);
  }
}
