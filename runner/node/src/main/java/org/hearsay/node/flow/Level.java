package org.hearsay.node.flow;

import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;

/** A level that several parts of a node add to. */
final class Level {
  private final Counters counters;
  private final Count count;
  private long value;

  Level(Counters counters, Count count) {
    this.counters = counters;
    this.count = count;
  }

  /** More, or less. */
  void add(long change) {
    if (change != 0) {
      value += change;
      counters.set(count, value);
    }
  }
}
