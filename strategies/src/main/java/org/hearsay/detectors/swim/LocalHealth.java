package org.hearsay.detectors.swim;

/**
 * How well this node itself does, by what happens to its probes: Lifeguard's local health
 * multiplier. It stretches the period and the time-out of whoever has reason to think that it is
 * the one who is slow.
 */
final class LocalHealth {
  private static final int WORST = 8;

  private final boolean counts;
  private int score;

  /** One that stays perfect unless it counts. */
  LocalHealth(boolean counts) {
    this.counts = counts;
  }

  /** Something went wrong so many times. */
  void worsen(int times) {
    if (counts) {
      score = Math.min(WORST, score + times);
    }
  }

  /** Something went well. */
  void improve() {
    score = Math.max(0, score - 1);
  }

  /** A time, longer the worse this node does. */
  long stretch(long micros) {
    return micros * (1 + score);
  }
}
