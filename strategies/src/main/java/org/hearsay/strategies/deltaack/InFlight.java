package org.hearsay.strategies.deltaack;

import org.hearsay.api.RumorIds;

/** The rumors on their way to one peer, in the order of their numbers: a queue in one array. */
final class InFlight {
  private static final int SMALLEST = 16;

  private long[] rumors = {};
  private int head;
  private int size;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The first of them; there is one. */
  long first() {
    return rumors[head];
  }

  /** Appends rumors. */
  void add(RumorIds sent) {
    makeRoomFor(sent.size());
    for (int i = 0; i < sent.size(); i++) {
      rumors[head + size++] = sent.get(i);
    }
  }

  private void makeRoomFor(int more) {
    if (head + size + more > rumors.length) {
      long[] roomy =
          2 * (size + more) <= rumors.length
              ? rumors
              : new long[Math.max(SMALLEST, 2 * (size + more))];
      System.arraycopy(rumors, head, roomy, 0, size);
      rumors = roomy;
      head = 0;
    }
  }

  /** Takes the first {@code count} out: they have arrived. */
  void remove(int count) {
    head += count;
    size -= count;
  }

  /** All of them, in order. */
  RumorIds all() {
    RumorIds.Builder all = RumorIds.builder(size);
    for (int i = 0; i < size; i++) {
      all.add(rumors[head + i]);
    }
    return all.build();
  }
}
