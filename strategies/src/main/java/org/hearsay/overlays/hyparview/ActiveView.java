package org.hearsay.overlays.hyparview;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The neighbors of a node: few, and each with the moment when something came from it last. */
final class ActiveView {
  static final int NOBODY = -1;

  private final int capacity;
  private final List<Entry> entries = new ArrayList<>();
  private long changes;

  ActiveView(int capacity) {
    this.capacity = capacity;
  }

  int size() {
    return entries.size();
  }

  /** How many more there may be. */
  int room() {
    return capacity - entries.size();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  Entry get(int index) {
    return entries.get(index);
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

  void add(Entry entry) {
    changes++;
    entries.add(entry);
  }

  /** Takes a node out; null if it is not there. */
  @Nullable Entry remove(int node) {
    int index = indexOf(node);
    if (index < 0) {
      return null;
    }
    changes++;
    return entries.remove(index);
  }

  /** Something came from a node. */
  void heard(int node, long incarnation, long nowMicros) {
    int index = indexOf(node);
    if (index >= 0) {
      entries.set(index, new Entry(node, incarnation, nowMicros));
    }
  }

  /** Any of them but two, or {@link #NOBODY}. */
  int anyBut(int one, int other, RandomGenerator random) {
    int suitable = 0;
    for (int i = 0; i < entries.size(); i++) {
      int node = entries.get(i).node();
      suitable += node == one || node == other ? 0 : 1;
    }
    int drawn = suitable == 0 ? NOBODY : random.nextInt(suitable);
    for (int i = 0; i < entries.size(); i++) {
      int node = entries.get(i).node();
      if (node != one && node != other && drawn-- == 0) {
        return node;
      }
    }
    return NOBODY;
  }

  /** All of them. */
  int[] nodes() {
    int[] nodes = new int[entries.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = entries.get(i).node();
    }
    return nodes;
  }

  /** How often somebody was added or taken out. */
  long changes() {
    return changes;
  }
}
