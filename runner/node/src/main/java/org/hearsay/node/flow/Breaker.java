package org.hearsay.node.flow;

/**
 * Opens when a peer was silent for {@value #TIMEOUTS} time-outs in a row: nothing goes there any
 * more but a probe, after a second, two, four, and each {@link #MOST_PROBE_MICROS} in the end.
 * Anything that is heard from the peer closes it.
 */
final class Breaker {
  static final int TIMEOUTS = 3;
  static final long FIRST_PROBE_MICROS = 1_000_000;
  static final long MOST_PROBE_MICROS = 30_000_000;

  private boolean open;
  private long intervalMicros;
  private long probeMicros = Long.MAX_VALUE;

  boolean isOpen() {
    return open;
  }

  void open(long nowMicros) {
    open = true;
    intervalMicros = FIRST_PROBE_MICROS;
    probeMicros = nowMicros + intervalMicros;
  }

  /** Closes it; whether it was open. */
  boolean close() {
    boolean was = open;
    open = false;
    probeMicros = Long.MAX_VALUE;
    return was;
  }

  /** When a probe is due; {@link Long#MAX_VALUE} unless it is open. */
  long probeMicros() {
    return probeMicros;
  }

  /** A probe has left. */
  void probed(long nowMicros) {
    intervalMicros = Math.min(MOST_PROBE_MICROS, 2 * intervalMicros);
    probeMicros = nowMicros + intervalMicros;
  }
}
