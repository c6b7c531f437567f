package org.hearsay.node.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A bucket for each of those who ask, by name; {@value #MOST} of them, of which the one that was
 * not asked for longest is forgotten first: it would be full again, or nearly.
 */
final class Buckets<K> {
  static final int MOST = 10_000;

  private final double ratePerSecond;
  private final Map<K, TokenBucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, TokenBucket> eldest) {
          return size() > MOST;
        }
      };

  Buckets(double ratePerSecond) {
    this.ratePerSecond = ratePerSecond;
  }

  double ratePerSecond() {
    return ratePerSecond;
  }

  TokenBucket of(K name, long nowMicros) {
    return buckets.computeIfAbsent(
        name, unused -> new TokenBucket(ratePerSecond, ratePerSecond, nowMicros));
  }

  int size() {
    return buckets.size();
  }
}
