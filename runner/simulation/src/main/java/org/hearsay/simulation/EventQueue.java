package org.hearsay.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Virtual time: actions in order of their time, and of their scheduling where times are equal. */
final class EventQueue {

  private record Event(long micros, long order, Runnable action) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::micros).thenComparingLong(Event::order));
  private long nowMicros;
  private long orders;

  long nowMicros() {
    return nowMicros;
  }

  /** Schedules an action, not before now. */
  void at(long micros, Runnable action) {
    events.add(new Event(Math.max(micros, nowMicros), orders++, action));
  }

  /** Moves time on to the next action and does it; whether there was one. */
  boolean step() {
    Event next = events.poll();
    if (next == null) {
      return false;
    }
    nowMicros = next.micros();
    next.action().run();
    return true;
  }
}
