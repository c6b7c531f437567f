package org.hearsay.node.maelstrom;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.node.journal.Entry;
import org.hearsay.node.journal.Journal;
import org.hearsay.node.runtime.MicrosClock;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;
import org.slf4j.event.Level;

/**
 * Says now and then what a node has counted: a line every {@link #INTERVAL_MICROS} as long as
 * something changes, and one at the end if something has changed since.
 */
final class Vitals {
  static final long INTERVAL_MICROS = 5_000_000;

  private final Counters counters;
  private final Journal journal;
  private final MicrosClock clock;
  private Map<String, Object> said = Map.of();
  private long changesSeen;
  private long saidMicros;

  Vitals(Counters counters, Journal journal, MicrosClock clock) {
    this.counters = counters;
    this.journal = journal;
    this.clock = clock;
    this.saidMicros = clock.nowMicros();
  }

  /** When {@link #fire} is to be called next; {@link Long#MAX_VALUE} as long as nothing happens. */
  long nextDeadlineMicros() {
    return counters.changes() == changesSeen ? Long.MAX_VALUE : saidMicros + INTERVAL_MICROS;
  }

  /** Says what there is, if it is time. */
  void fire() {
    if (nextDeadlineMicros() <= clock.nowMicros()) {
      say();
    }
  }

  /** Says what there is, if that is anything new. */
  void say() {
    changesSeen = counters.changes();
    saidMicros = clock.nowMicros();
    Map<String, Object> figures = figures();
    // A node with timers is late all the time: that alone is no news.
    figures.remove(Count.LOOP_LAG_MICROS.text());
    figures.remove(Count.LOOP_LAG_MICROS.mostText());
    if (!figures.equals(said)) {
      said = figures;
      journal.write(Entry.of(Level.INFO, Entry.METRICS, figures()));
    }
  }

  /** A level that has been higher than it is has a second figure. */
  private Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Count count : Count.values()) {
      if (counters.knows(count)) {
        figures.put(count.text(), counters.get(count));
        if (count.isLevel() && counters.most(count) != counters.get(count)) {
          figures.put(count.mostText(), counters.most(count));
        }
      }
    }
    return figures;
  }
}
