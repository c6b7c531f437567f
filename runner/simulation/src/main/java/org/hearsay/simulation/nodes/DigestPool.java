package org.hearsay.simulation.nodes;

import org.hearsay.api.Digest;
import org.hearsay.node.random.SeededRandom;
import org.jspecify.annotations.Nullable;

/** Makes nodes that know the same share one digest: as many as are in use at a time, roughly. */
final class DigestPool {
  private static final int SIZE = 1 << 14;

  private final @Nullable Digest[] digests = new Digest[SIZE];

  /** A digest that equals the given one. */
  Digest shared(Digest digest) {
    int place = (int) SeededRandom.mix(digest.hashCode()) & (SIZE - 1);
    Digest known = digests[place];
    if (digest.equals(known)) {
      return known;
    }
    digests[place] = digest;
    return digest;
  }
}
