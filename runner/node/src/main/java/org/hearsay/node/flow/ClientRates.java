package org.hearsay.node.flow;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How often clients may ask: each so often a second, and as often at once after a second. */
final class ClientRates {
  private final Buckets<String> buckets;

  ClientRates(double ratePerSecond) {
    buckets = new Buckets<>(ratePerSecond);
  }

  /** Why a request of a client is not accepted; null if it is. */
  @Nullable String refusal(String client, long nowMicros) {
    TokenBucket bucket = buckets.of(client, nowMicros);
    if (bucket.take(nowMicros)) {
      return null;
    }
    return String.format(
        Locale.ROOT,
        "%s may broadcast %s times a second and asks more often; try again in %d ms",
        client,
        number(buckets.ratePerSecond()),
        Math.max(1, (bucket.waitMicros(nowMicros) + 999) / 1000));
  }

  private static String number(double rate) {
    return rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate);
  }
}
