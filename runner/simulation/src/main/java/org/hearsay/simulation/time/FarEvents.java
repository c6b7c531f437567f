package org.hearsay.simulation.time;

import java.util.Arrays;

/** Events and their times in the order of their scheduling. */
final class FarEvents {
  private long[] micros = new long[16];
  private long[] events = new long[16];
  private int size;

  void add(long atMicros, long event) {
    if (size == events.length) {
      micros = Arrays.copyOf(micros, size * 2);
      events = Arrays.copyOf(events, size * 2);
    }
    micros[size] = atMicros;
    events[size++] = event;
  }

  int size() {
    return size;
  }

  long micros(int index) {
    return micros[index];
  }

  long event(int index) {
    return events[index];
  }
}
