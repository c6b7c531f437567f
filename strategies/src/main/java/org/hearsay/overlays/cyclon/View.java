package org.hearsay.overlays.cyclon;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The neighbors of a node: a bounded set. */
final class View {
  private final int capacity;
  private final List<Neighbor> neighbors = new ArrayList<>();

  View(int capacity) {
    this.capacity = capacity;
  }

  int size() {
    return neighbors.size();
  }

  int room() {
    return capacity - neighbors.size();
  }

  boolean isEmpty() {
    return neighbors.isEmpty();
  }

  private int indexOf(int node) {
    for (int i = 0; i < neighbors.size(); i++) {
      if (neighbors.get(i).node() == node) {
        return i;
      }
    }
    return -1;
  }

  boolean contains(int node) {
    return indexOf(node) >= 0;
  }

  /** Adds a node that is not there, if there is room; whether it was added. */
  boolean add(Neighbor neighbor) {
    if (room() <= 0 || contains(neighbor.node())) {
      return false;
    }
    neighbors.add(neighbor);
    return true;
  }

  @Nullable Neighbor remove(int node) {
    int index = indexOf(node);
    return index < 0 ? null : neighbors.remove(index);
  }

  /** Lets a shuffle's time go by, and forgets who is too old. */
  void age(int oldest) {
    neighbors.replaceAll(Neighbor::older);
    neighbors.removeIf(neighbor -> neighbor.age() > oldest);
  }

  /** The one that was heard of longest ago; null if there is none. */
  @Nullable Neighbor oldest() {
    Neighbor oldest = null;
    for (Neighbor neighbor : neighbors) {
      if (oldest == null || neighbor.age() > oldest.age()) {
        oldest = neighbor;
      }
    }
    return oldest;
  }

  /** Some of them, drawn at random. */
  List<Neighbor> sample(int count, RandomGenerator random) {
    List<Neighbor> drawn = new ArrayList<>(neighbors);
    int wanted = Math.min(count, drawn.size());
    for (int i = 0; i < wanted; i++) {
      int other = i + random.nextInt(drawn.size() - i);
      Neighbor swapped = drawn.get(i);
      drawn.set(i, drawn.get(other));
      drawn.set(other, swapped);
    }
    return new ArrayList<>(drawn.subList(0, wanted));
  }

  /** All of them. */
  int[] nodes() {
    int[] nodes = new int[neighbors.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = neighbors.get(i).node();
    }
    return nodes;
  }
}
