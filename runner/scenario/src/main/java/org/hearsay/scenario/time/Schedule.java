package org.hearsay.scenario.time;

/** Time, real or virtual, and things to do at given times, all in one thread. */
public interface Schedule {

  /** Microseconds since the start. */
  long nowMicros();

  /** Does something at a time, or as soon as possible if that is past. */
  void at(long micros, Runnable action);
}
