package org.hearsay.overlays.kregular;

import org.hearsay.api.Peers;
import org.hearsay.overlays.directory.LinkChoice;

/**
 * Several rings through all nodes, each in an order of its own that follows from the nodes' numbers
 * alone: whoever knows the same nodes finds the same rings, and without them closes the same gaps.
 * The union of a few random rings is an expander almost surely (Law and Siu 2003).
 */
final class Rings implements LinkChoice {
  private final int count;

  /** So many rings. */
  Rings(int count) {
    this.count = count;
  }

  @Override
  public Peers choose(int self, Peers present) {
    if (present.size() <= 2 * count) {
      return present;
    }
    int[] neighbors = new int[2 * count];
    for (int ring = 0; ring < count; ring++) {
      long own = place(self, ring);
      int next = 0;
      int previous = 0;
      for (int i = 1; i < present.size(); i++) {
        // Places behind this node's, as unsigned distances around the ring.
        long ahead = place(present.get(i), ring) - own;
        if (Long.compareUnsigned(ahead, place(present.get(next), ring) - own) < 0) {
          next = i;
        }
        if (Long.compareUnsigned(ahead, place(present.get(previous), ring) - own) > 0) {
          previous = i;
        }
      }
      neighbors[2 * ring] = present.get(next);
      neighbors[2 * ring + 1] = present.get(previous);
    }
    return Peers.of(neighbors);
  }

  /** Where a node is on a ring: the finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
  private static long place(int node, int ring) {
    long z = ((long) (ring + 1) << Integer.SIZE | node) * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
