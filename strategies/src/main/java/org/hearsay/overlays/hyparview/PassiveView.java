package org.hearsay.overlays.hyparview;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Nodes that are known and no neighbors: a bounded set, each with the life that is meant and the
 * moment when the node itself said last that it is there. Of two sightings of a node the one of the
 * newer life stays, or the younger one; what is too old is forgotten. So a node that died is in
 * nobody's view after some time, however long others talk of it.
 */
final class PassiveView {

  private final int capacity;
  private final long forgetMicros;
  private final List<Entry> entries = new ArrayList<>();
  private long changes;

  PassiveView(int capacity, long forgetMicros) {
    this.capacity = capacity;
    this.forgetMicros = forgetMicros;
  }

  int size() {
    return entries.size();
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

  void remove(int node) {
    int index = indexOf(node);
    if (index >= 0) {
      removeAt(index);
    }
  }

  /** How often somebody was added or taken out. */
  long changes() {
    return changes;
  }

  private void removeAt(int index) {
    changes++;
    Entry last = entries.remove(entries.size() - 1);
    if (index < entries.size()) {
      entries.set(index, last);
    }
  }

  /** Forgets what is too old. */
  void forget(long nowMicros) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (isTooOld(entries.get(i), nowMicros)) {
        removeAt(i);
      }
    }
  }

  private boolean isTooOld(Entry entry, long nowMicros) {
    return nowMicros - entry.seenMicros() > forgetMicros;
  }

  /**
   * Adds a node, or what is newer of one that is there. If the view is full, one of those given
   * goes, or else any.
   *
   * @param expendable nodes that others know as well
   */
  void add(Entry entry, long nowMicros, List<Integer> expendable, RandomGenerator random) {
    if (isTooOld(entry, nowMicros)) {
      return;
    }
    int known = indexOf(entry.node());
    if (known >= 0) {
      entries.set(known, newer(entries.get(known), entry));
      return;
    }
    if (entries.size() >= capacity) {
      removeAt(victim(expendable, random));
    }
    changes++;
    entries.add(entry);
  }

  private int victim(List<Integer> expendable, RandomGenerator random) {
    for (int node : expendable) {
      int index = indexOf(node);
      if (index >= 0) {
        return index;
      }
    }
    return random.nextInt(entries.size());
  }

  private static Entry newer(Entry known, Entry heard) {
    if (heard.incarnation() != known.incarnation()) {
      return heard.incarnation() > known.incarnation() ? heard : known;
    }
    return heard.seenMicros() > known.seenMicros() ? heard : known;
  }

  /** Some of them, drawn at random. */
  List<Entry> sample(int count, RandomGenerator random) {
    List<Entry> drawn = new ArrayList<>(entries);
    int wanted = Math.min(count, drawn.size());
    for (int i = 0; i < wanted; i++) {
      int other = i + random.nextInt(drawn.size() - i);
      Entry swapped = drawn.get(i);
      drawn.set(i, drawn.get(other));
      drawn.set(other, swapped);
    }
    return drawn.subList(0, wanted);
  }
}
