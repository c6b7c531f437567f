package org.hearsay.node.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/** One deadline per timer id; timers due at the same moment fire in the order they were set. */
final class Timers {
  /** The deadline when no timer is set. */
  static final long NEVER = Long.MAX_VALUE;

  /** One call of {@link #set}: a class, as a record's generated methods delay a node's start. */
  private static final class Setting implements Comparable<Setting> {
    final int timer;
    final long deadlineMicros;
    final long order;

    Setting(int timer, long deadlineMicros, long order) {
      this.timer = timer;
      this.deadlineMicros = deadlineMicros;
      this.order = order;
    }

    @Override
    public int compareTo(Setting other) {
      return deadlineMicros == other.deadlineMicros
          ? Long.compare(order, other.order)
          : Long.compare(deadlineMicros, other.deadlineMicros);
    }
  }

  private final PriorityQueue<Setting> queue = new PriorityQueue<>();
  private final Map<Integer, Setting> current = new HashMap<>();
  private long orders;

  void set(int timer, long deadlineMicros) {
    Setting setting = new Setting(timer, deadlineMicros, orders++);
    Setting replaced = current.put(timer, setting);
    if (replaced != null) {
      queue.remove(replaced);
    }
    queue.add(setting);
  }

  void clear(int timer) {
    Setting cleared = current.remove(timer);
    if (cleared != null) {
      queue.remove(cleared);
    }
  }

  long nextDeadlineMicros() {
    Setting next = queue.peek();
    return next == null ? NEVER : next.deadlineMicros;
  }

  /** How often a timer has been set. */
  long settings() {
    return orders;
  }

  /**
   * Takes the next timer whose deadline is not after {@code nowMicros}, among the first {@code
   * settings} ever set.
   */
  OptionalInt takeDue(long nowMicros, long settings) {
    Setting next = queue.peek();
    if (next == null || next.deadlineMicros > nowMicros || next.order >= settings) {
      return OptionalInt.empty();
    }
    queue.remove();
    current.remove(next.timer);
    return OptionalInt.of(next.timer);
  }
}
