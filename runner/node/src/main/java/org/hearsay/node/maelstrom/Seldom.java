package org.hearsay.node.maelstrom;

import org.hearsay.node.journal.Entry;
import org.hearsay.node.journal.Journal;
import org.hearsay.node.runtime.MicrosClock;

/** Logs what may happen very often: once a second, and how often it did. */
final class Seldom {
  private static final long INTERVAL_MICROS = 1_000_000;

  private final MicrosClock clock;
  private final Journal log;
  private long nextMicros = Long.MIN_VALUE;
  private long silent;

  Seldom(MicrosClock clock, Journal log) {
    this.clock = clock;
    this.log = log;
  }

  /** It happened once more. */
  void log(String event, String what) {
    long now = clock.nowMicros();
    if (now < nextMicros) {
      silent++;
      return;
    }
    nextMicros = now + INTERVAL_MICROS;
    String before = silent == 0 ? "" : " (and " + silent + " times before)";
    log.write(Entry.warn(event, what + before));
    silent = 0;
  }
}
