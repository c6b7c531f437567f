package org.hearsay.scenario.time;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time: actions in order of their time, and of their scheduling where times are equal. */
public final class VirtualTime implements Schedule {

  /** More than any run needs; a timer that sets itself without a delay gets there. */
  private static final int MAX_EVENTS_AT_ONCE = 10_000_000;

  private record Event(long micros, long order, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::micros).thenComparingLong(Event::order));
  private long nowMicros;
  private long orders;
  private int eventsNow;

  @Override
  public long nowMicros() {
    return nowMicros;
  }

  @Override
  public void at(long micros, Runnable action) {
    events.add(new Event(Math.max(micros, nowMicros), orders++, action));
  }

  /** Moves time on to the next action and does it; whether there was one. */
  public boolean step() {
    Event next = events.poll();
    if (next == null) {
      return false;
    }
    eventsNow = next.micros() == nowMicros ? eventsNow + 1 : 0;
    if (eventsNow == MAX_EVENTS_AT_ONCE) {
      throw new IllegalStateException(
          "Time stands still: " + MAX_EVENTS_AT_ONCE + " events at one moment");
    }
    nowMicros = next.micros();
    next.action().run();
    return true;
  }
}
