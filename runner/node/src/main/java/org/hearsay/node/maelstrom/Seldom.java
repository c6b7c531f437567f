package org.hearsay.node.maelstrom;

import java.util.function.Consumer;
import org.hearsay.node.runtime.MicrosClock;

/** Logs what may happen very often: once a second, and how often it did. */
final class Seldom {
  private static final long INTERVAL_MICROS = 1_000_000;

  private final MicrosClock clock;
  private final Consumer<String> log;
  private long nextMicros = Long.MIN_VALUE;
  private long silent;

  Seldom(MicrosClock clock, Consumer<String> log) {
    this.clock = clock;
    this.log = log;
  }

  /** It happened once more. */
  void log(String what) {
    long now = clock.nowMicros();
    if (now < nextMicros) {
      silent++;
      return;
    }
    nextMicros = now + INTERVAL_MICROS;
    log.accept(silent == 0 ? what : what + " (and " + silent + " times before)");
    silent = 0;
  }
}
