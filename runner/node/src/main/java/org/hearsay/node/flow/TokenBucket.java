package org.hearsay.node.flow;

/** Lets so many a second through, and as many at once after a second of silence. */
final class TokenBucket {
  private static final double MICROS = 1e6;

  private final double ratePerSecond;
  private final double most;
  private double tokens;
  private long filledMicros;

  /** A full bucket. One lets through at least one at a time. */
  TokenBucket(double ratePerSecond, double burst, long nowMicros) {
    this.ratePerSecond = ratePerSecond;
    this.most = Math.max(1, burst);
    this.tokens = most;
    this.filledMicros = nowMicros;
  }

  /** Takes a token; whether there was one. */
  boolean take(long nowMicros) {
    fill(nowMicros);
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  private void fill(long nowMicros) {
    if (nowMicros > filledMicros) {
      tokens = Math.min(most, tokens + (nowMicros - filledMicros) / MICROS * ratePerSecond);
      filledMicros = nowMicros;
    }
  }

  /** How long it takes until there is a token. */
  long waitMicros(long nowMicros) {
    fill(nowMicros);
    return (long) Math.ceil(Math.max(0, 1 - tokens) / ratePerSecond * MICROS);
  }
}
