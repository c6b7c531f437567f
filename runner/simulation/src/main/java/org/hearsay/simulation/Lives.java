package org.hearsay.simulation;

import java.util.HashMap;
import java.util.Map;
import org.hearsay.node.membership.Membership;
import org.jspecify.annotations.Nullable;

/** How many lives each node has had, and the numbers that tell them apart. */
final class Lives {
  /** 2026-01-01 in milliseconds: incarnations take as many bytes as those of real nodes. */
  private static final long FIRST_INCARNATION = 1_767_225_600_000L;

  private static final long MICROS_PER_MILLI = 1_000;

  private final Map<Integer, Integer> begun = new HashMap<>();

  /** The incarnation of a node that begins another life: larger than that of any before. */
  long begin(int node, long nowMicros) {
    int earlier = begun.merge(node, 1, Integer::sum) - 1;
    return FIRST_INCARNATION + nowMicros / MICROS_PER_MILLI + earlier;
  }

  /** Whether a node has begun one life and no other. */
  boolean isFirst(int node) {
    return begun.getOrDefault(node, 0) == 1;
  }

  /** Whether a peer is in a later life than a node knows of, as far as there is any to know. */
  static boolean isOutdated(@Nullable Membership node, int peer, @Nullable Membership ofPeer) {
    return node != null && ofPeer != null && node.knownLife(peer) < ofPeer.life();
  }
}
