package org.hearsay.testkit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a node that is stepped by hand knows of its peers: their lives, and who is down. */
final class Lives {
  private final Map<Integer, Long> incarnations = new HashMap<>();
  private final Set<Integer> down = new HashSet<>();

  void set(int peer, long incarnation) {
    incarnations.put(peer, incarnation);
  }

  long of(int peer) {
    return incarnations.getOrDefault(peer, 0L);
  }

  void setDown(int peer, boolean isDown) {
    if (isDown) {
      down.add(peer);
    } else {
      down.remove(peer);
    }
  }

  boolean isDown(int peer) {
    return down.contains(peer);
  }
}
