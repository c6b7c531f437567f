package org.hearsay.overlays.directory;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.api.Peers;

/**
 * The members that a node knows, alive or not, with the life that is meant of each, and since when
 * they are down.
 *
 * <p>Who was forgotten leaves its incarnation behind in a single number, the largest of all
 * forgotten lives: hearsay of somebody unknown in a life that is not newer may be of one of them,
 * and is not believed. That takes no memory for each, and no dead node comes back by hearsay.
 */
final class MemberList {
  private int[] nodes = new int[16];
  private long[] lives = new long[16];
  private int size;
  private final Map<Integer, Long> downSince = new TreeMap<>();
  private long horizon;
  private long changes;

  private int place(int node) {
    return Arrays.binarySearch(nodes, 0, size, node);
  }

  boolean contains(int node) {
    return place(node) >= 0;
  }

  boolean isDown(int node) {
    return downSince.containsKey(node);
  }

  /** The life that is meant of a member; 0 if none in particular is, or it is none. */
  long life(int node) {
    int place = place(node);
    return place < 0 ? 0 : lives[place];
  }

  /** Adds a member, or notes a newer life of one; whether that is a change of either kind. */
  boolean add(int node, long life) {
    int place = place(node);
    if (place >= 0) {
      boolean newer = life > lives[place];
      boolean known = lives[place] != 0;
      lives[place] = Math.max(lives[place], life);
      changes += isDown(node) ? 1 : 0;
      downSince.remove(node);
      return newer && known;
    }
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
      lives = Arrays.copyOf(lives, 2 * size);
    }
    int free = -place - 1;
    System.arraycopy(nodes, free, nodes, free + 1, size - free);
    System.arraycopy(lives, free, lives, free + 1, size - free);
    nodes[free] = node;
    lives[free] = life;
    size++;
    changes++;
    return true;
  }

  /** A member is down since now. */
  void setDown(int node, long nowMicros) {
    if (contains(node) && !isDown(node)) {
      downSince.put(node, nowMicros);
      changes++;
    }
  }

  /** A member is alive again. */
  void setUp(int node) {
    if (downSince.remove(node) != null) {
      changes++;
    }
  }

  /** Forgets a member, and that there is any news of it that is not newer than its last life. */
  void forget(int node) {
    int place = place(node);
    if (place >= 0) {
      horizon = Math.max(horizon, lives[place]);
      System.arraycopy(nodes, place + 1, nodes, place, size - place - 1);
      System.arraycopy(lives, place + 1, lives, place, size - place - 1);
      size--;
      downSince.remove(node);
      changes++;
    }
  }

  /** Forgets those who have been down for longer than a time. */
  void forgetDownSince(long micros) {
    downSince.entrySet().stream()
        .filter(entry -> entry.getValue() <= micros)
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::forget);
  }

  /** Whether anybody is down. */
  boolean hasDown() {
    return !downSince.isEmpty();
  }

  /** Whether hearsay of a life of somebody unknown may be of one who was forgotten. */
  boolean mayBeForgotten(long life) {
    return horizon > 0 && life <= horizon;
  }

  /** Everybody. */
  Peers all() {
    return Peers.of(Arrays.copyOf(nodes, size));
  }

  /** Those who are not down. */
  Peers present() {
    if (downSince.isEmpty()) {
      return all();
    }
    return Peers.of(
        Arrays.stream(nodes, 0, size).filter(node -> !downSince.containsKey(node)).toArray());
  }

  /** How often somebody came, went, or changed between up and down. */
  long changes() {
    return changes;
  }
}
