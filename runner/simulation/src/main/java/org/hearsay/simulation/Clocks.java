package org.hearsay.simulation;

import java.util.HashMap;
import java.util.Map;
import org.hearsay.node.callback.Timers;

/** The clocks of nodes: those that were tampered with, and the true time for all others. */
final class Clocks {

  /** A line through (true time, this clock's time), which never goes below what was read of it. */
  private static final class Clock {
    private long baseTrueMicros;
    private long baseMicros;
    private double rate = 1;
    private long leastMicros = Long.MIN_VALUE;

    long unchecked(long trueMicros) {
      return baseMicros + (long) ((trueMicros - baseTrueMicros) * rate);
    }

    long micros(long trueMicros) {
      return Math.max(leastMicros, unchecked(trueMicros));
    }

    /** Begins a new line at a time. */
    void rebase(long trueMicros, long aheadMicros, double newRate) {
      leastMicros = micros(trueMicros);
      baseMicros = unchecked(trueMicros) + aheadMicros;
      baseTrueMicros = trueMicros;
      rate = newRate;
    }
  }

  private final Map<Integer, Clock> tampered = new HashMap<>();

  /** Whether any has been tampered with. */
  boolean differ() {
    return !tampered.isEmpty();
  }

  /** What a node takes a moment for. */
  long micros(int node, long trueMicros) {
    Clock clock = tampered.get(node);
    return clock == null ? trueMicros : clock.micros(trueMicros);
  }

  /** The first moment, now or later, that a node takes for a time or one past it. */
  long trueMicros(int node, long micros, long nowMicros) {
    Clock clock = tampered.get(node);
    if (clock == null || micros == Timers.NEVER) {
      return micros;
    }
    if (clock.micros(nowMicros) >= micros) {
      return nowMicros;
    }
    double ahead = (micros - clock.baseMicros) / clock.rate;
    if (ahead >= Timers.NEVER / 2.0) {
      return Timers.NEVER;
    }
    long moment = Math.max(nowMicros, clock.baseTrueMicros + (long) ahead);
    while (clock.unchecked(moment) < micros) {
      moment++;
    }
    return moment;
  }

  /** Sets a node's clock ahead, or back by a negative time. */
  void skew(int node, long aheadMicros, long nowMicros) {
    Clock clock = clock(node);
    clock.rebase(nowMicros, aheadMicros, clock.rate);
  }

  /** Lets a node's clock go at another rate. */
  void drift(int node, double rate, long nowMicros) {
    clock(node).rebase(nowMicros, 0, rate);
  }

  private Clock clock(int node) {
    return tampered.computeIfAbsent(node, unused -> new Clock());
  }
}
