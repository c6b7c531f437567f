package org.hearsay.simulation.time;

import java.util.Arrays;

/** A few events in a binary heap, in order of their time and of their scheduling. */
final class LateEvents {
  private long[] micros = new long[16];
  private long[] orders = new long[16];
  private long[] events = new long[16];
  private int size;
  private long added;

  boolean isEmpty() {
    return size == 0;
  }

  long firstMicros() {
    return micros[0];
  }

  void add(long atMicros, long event) {
    if (size == events.length) {
      micros = Arrays.copyOf(micros, size * 2);
      orders = Arrays.copyOf(orders, size * 2);
      events = Arrays.copyOf(events, size * 2);
    }
    int place = size++;
    while (place > 0 && micros[(place - 1) / 2] > atMicros) {
      move((place - 1) / 2, place);
      place = (place - 1) / 2;
    }
    micros[place] = atMicros;
    orders[place] = added++;
    events[place] = event;
  }

  long removeFirst() {
    long first = events[0];
    size--;
    int place = 0;
    for (int child = 1; child < size; child = 2 * place + 1) {
      if (child + 1 < size && isBefore(child + 1, child)) {
        child++;
      }
      if (!isBefore(child, size)) {
        break;
      }
      move(child, place);
      place = child;
    }
    move(size, place);
    return first;
  }

  private boolean isBefore(int a, int b) {
    return micros[a] != micros[b] ? micros[a] < micros[b] : orders[a] < orders[b];
  }

  private void move(int from, int to) {
    micros[to] = micros[from];
    orders[to] = orders[from];
    events[to] = events[from];
  }
}
