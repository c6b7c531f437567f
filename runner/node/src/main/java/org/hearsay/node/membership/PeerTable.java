package org.hearsay.node.membership;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What a node knows of each peer: which life of it, whether that is over, and when something
 * happened last. An open-addressing table in four arrays, as a simulation has one a node.
 *
 * <p>It forgets, when it would have to grow, who is of no interest and has been silent for long.
 */
final class PeerTable {
  /** No life in particular is known. */
  static final long NO_LIFE = 0;

  private static final int FREE = -1;
  private static final int SMALLEST = 8;
  private static final int GOLDEN_RATIO = 0x9e3779b9;

  private final long memoryMicros;
  private int[] peers = emptyKeys(SMALLEST);
  private long[] lives = new long[SMALLEST];
  private long[] moments = new long[SMALLEST];
  private boolean[] down = new boolean[SMALLEST];
  private int size;
  private int downCount;

  /** A table that remembers who is of no interest for so long at least. */
  PeerTable(long memoryMicros) {
    this.memoryMicros = memoryMicros;
  }

  private static int[] emptyKeys(int length) {
    int[] keys = new int[length];
    Arrays.fill(keys, FREE);
    return keys;
  }

  /** How many peers it knows. */
  int size() {
    return size;
  }

  /** How many of them are down. */
  int downCount() {
    return downCount;
  }

  /** Which life of a peer is known. */
  long life(int peer) {
    return lives[place(peer)];
  }

  /** Whether a peer is down. */
  boolean isDown(int peer) {
    return downCount > 0 && down[place(peer)];
  }

  /** When something happened to a peer last. */
  long momentMicros(int peer) {
    return moments[place(peer)];
  }

  /** Notes that something happens to a peer now, which makes it known. */
  void touch(int peer, long nowMicros, IntPredicate interesting) {
    int place = place(peer);
    if (peers[place] == FREE) {
      place = placeForNew(peer, nowMicros, interesting);
      peers[place] = peer;
      lives[place] = NO_LIFE;
      down[place] = false;
      size++;
    }
    moments[place] = nowMicros;
  }

  /** Sets the life of a known peer. */
  void setLife(int peer, long life) {
    lives[place(peer)] = life;
  }

  /** Says whether a known peer is down. */
  void setDown(int peer, boolean isDown) {
    int place = place(peer);
    if (down[place] != isDown) {
      down[place] = isDown;
      downCount += isDown ? 1 : -1;
    }
  }

  /** Where a peer is, or would be. */
  private int place(int peer) {
    int mask = peers.length - 1;
    int place = ((peer * GOLDEN_RATIO) >>> 7) & mask;
    while (peers[place] != peer && peers[place] != FREE) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private int placeForNew(int peer, long nowMicros, IntPredicate interesting) {
    if (3 * (size + 1) > 2 * peers.length) {
      rebuild(nowMicros, interesting);
    }
    return place(peer);
  }

  private void rebuild(long nowMicros, IntPredicate interesting) {
    int[] oldPeers = peers;
    long[] oldLives = lives;
    long[] oldMoments = moments;
    boolean[] oldDown = down;
    boolean[] kept = new boolean[oldPeers.length];
    int count = 0;
    for (int i = 0; i < oldPeers.length; i++) {
      kept[i] =
          oldPeers[i] != FREE
              && (oldMoments[i] > nowMicros - memoryMicros || interesting.test(oldPeers[i]));
      count += kept[i] ? 1 : 0;
    }
    int length = SMALLEST;
    while (2 * (count + 1) > length) {
      length *= 2;
    }
    peers = emptyKeys(length);
    lives = new long[length];
    moments = new long[length];
    down = new boolean[length];
    size = count;
    downCount = 0;
    for (int i = 0; i < oldPeers.length; i++) {
      if (kept[i]) {
        int place = place(oldPeers[i]);
        peers[place] = oldPeers[i];
        lives[place] = oldLives[i];
        moments[place] = oldMoments[i];
        down[place] = oldDown[i];
        downCount += oldDown[i] ? 1 : 0;
      }
    }
  }
}
