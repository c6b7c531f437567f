package org.hearsay.overlays.hyparview;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The near neighbors of a node, each with the time to it and back: the nearest that agreed. */
final class NearView {
  /** How much nearer than another a node is that takes its place: measured times vary. */
  private static final double GAIN = 0.8;

  /** How often in a row a neighbor may leave a question unanswered. */
  private static final int PATIENCE = 3;

  private record Near(int node, long tripMicros, int unanswered) {}

  private final int capacity;
  private final List<Near> entries = new ArrayList<>();
  private long changes;

  NearView(int capacity) {
    this.capacity = capacity;
  }

  boolean contains(int node) {
    return indexOf(node) >= 0;
  }

  private int indexOf(int node) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).node() == node) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a node so far away is worth a place. */
  boolean wants(long tripMicros) {
    return entries.size() < capacity || tripMicros < GAIN * farthest().tripMicros();
  }

  private Near farthest() {
    Near farthest = entries.get(0);
    for (Near near : entries) {
      farthest = near.tripMicros() > farthest.tripMicros() ? near : farthest;
    }
    return farthest;
  }

  /** Adds a node; whom it takes the place of, or null. */
  @Nullable Integer add(int node, long tripMicros) {
    Near gone = entries.size() < capacity ? null : farthest();
    if (gone != null) {
      entries.remove(gone);
    }
    entries.add(new Near(node, tripMicros, 0));
    changes++;
    return gone == null ? null : gone.node();
  }

  /** Takes a node out, if it is there. */
  void remove(int node) {
    int index = indexOf(node);
    if (index >= 0) {
      entries.remove(index);
      changes++;
    }
  }

  /** A neighbor is asked something; it leaves if it has not answered for too often. */
  void asked(int node) {
    int index = indexOf(node);
    Near near = entries.get(index);
    if (near.unanswered() == PATIENCE) {
      remove(node);
    } else {
      entries.set(index, new Near(node, near.tripMicros(), near.unanswered() + 1));
    }
  }

  /** A node has answered. */
  void answered(int node) {
    int index = indexOf(node);
    if (index >= 0) {
      entries.set(index, new Near(node, entries.get(index).tripMicros(), 0));
    }
  }

  /** All of them. */
  int[] nodes() {
    return entries.stream().mapToInt(Near::node).toArray();
  }

  /** How often somebody was added or taken out. */
  long changes() {
    return changes;
  }
}
