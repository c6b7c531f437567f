package org.hearsay.node.flow;

import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which broadcasts of clients are accepted. While the node's queue stands, or several of its peers
 * cannot keep up, none is; afterwards so many a second as it could do, which is found out as TCP
 * finds out a bandwidth: halved when the queue stands again, a little more with each {@link
 * #STEP_MICROS} in which it did not. So it does not go from nothing to everything and back. What
 * has itself waited too long is refused, too, unless the node was idle a moment ago: what is
 * accepted is done soon.
 */
final class Admission {
  private static final long STEP_MICROS = 100_000;

  /** After so long without a refusal there is no limit any more. */
  private static final long CALM_MICROS = 10_000_000;

  /** What the limit grows by in a step: so many times, and by so much. */
  private static final double GROWTH = 1.01;

  private static final double MORE_PER_SECOND = 0.01;
  private static final double LEAST_PER_SECOND = 0.2;

  private final Lag lag;
  private final LongPredicate pressed;
  private double ratePerSecond = Double.POSITIVE_INFINITY;
  private double tokens;
  private long steppedMicros;
  private long refusedMicros;

  /** How many were accepted in the second that began then. */
  private long secondMicros = Long.MIN_VALUE / 2;

  private int accepted;
  private int acceptedBefore;

  /**
   * Nothing is refused yet.
   *
   * @param pressed whether peers cannot keep up at a time
   */
  Admission(Lag lag, LongPredicate pressed) {
    this.lag = lag;
    this.pressed = pressed;
  }

  /** Why a broadcast is not accepted; null if it is. */
  @Nullable String refusal(long nowMicros) {
    countSeconds(nowMicros);
    if (lag.stands(nowMicros) || pressed.test(nowMicros)) {
      slowDown(nowMicros);
    } else if (!isTooLate() && (!isLimited() || takeToken(nowMicros))) {
      accepted++;
      return null;
    }
    refusedMicros = nowMicros;
    return "more is asked than this node and its peers can do; it is "
        + lag.micros(nowMicros) / 1000
        + " ms late, try again in a second";
  }

  private boolean isTooLate() {
    return lag.isLate() && (isLimited() || !lag.wasIdle());
  }

  private boolean isLimited() {
    return ratePerSecond != Double.POSITIVE_INFINITY;
  }

  private void countSeconds(long nowMicros) {
    if (nowMicros - secondMicros >= 1_000_000) {
      acceptedBefore = nowMicros - secondMicros < 2_000_000 ? accepted : 0;
      accepted = 0;
      secondMicros = nowMicros;
    }
  }

  private void slowDown(long nowMicros) {
    if (!isLimited()) {
      ratePerSecond = Math.max(LEAST_PER_SECOND, Math.max(accepted, acceptedBefore) / 2.0);
      steppedMicros = nowMicros;
    } else if (nowMicros - steppedMicros >= STEP_MICROS) {
      ratePerSecond = Math.max(LEAST_PER_SECOND, ratePerSecond / 2);
      steppedMicros = nowMicros;
    }
    tokens = 0;
  }

  private void speedUp(long steps) {
    double constant = MORE_PER_SECOND / (GROWTH - 1);
    ratePerSecond = (ratePerSecond + constant) * Math.pow(GROWTH, (double) steps) - constant;
  }

  private boolean takeToken(long nowMicros) {
    if (nowMicros - refusedMicros > CALM_MICROS) {
      ratePerSecond = Double.POSITIVE_INFINITY;
      return true;
    }
    long steps = (nowMicros - steppedMicros) / STEP_MICROS;
    if (steps > 0) {
      speedUp(steps);
      long passed = steps * STEP_MICROS;
      tokens = Math.min(Math.max(1, ratePerSecond / 10), tokens + passed * ratePerSecond / 1e6);
      steppedMicros += passed;
    }
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
