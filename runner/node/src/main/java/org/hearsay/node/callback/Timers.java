package org.hearsay.node.callback;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * The timers of one node: one deadline per timer id; timers due at the same moment fire in the
 * order they were set.
 */
public final class Timers {
  /** The deadline when no timer is set. */
  public static final long NEVER = Long.MAX_VALUE;

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

  /**
   * The deadline of a timer set now.
   *
   * @throws IllegalArgumentException if the timer or its delay is negative
   */
  public static long deadlineMicros(long nowMicros, int timer, long delayMicros) {
    if (timer < 0 || delayMicros < 0) {
      throw new IllegalArgumentException(
          "A timer and its delay cannot be negative: " + timer + ", " + delayMicros);
    }
    long deadline = nowMicros + delayMicros;
    return deadline < nowMicros ? NEVER : deadline;
  }

  /** Sets a timer, replacing the deadline it had. */
  public void set(int timer, long deadlineMicros) {
    set(timer, deadlineMicros, orders);
  }

  /** Sets a timer as a setting of that order, which must be larger than those before. */
  public void set(int timer, long deadlineMicros, long order) {
    Setting setting = new Setting(timer, deadlineMicros, order);
    orders = order + 1;
    Setting replaced = current.put(timer, setting);
    if (replaced != null) {
      queue.remove(replaced);
    }
    queue.add(setting);
  }

  /** Clears a timer's deadline, if it has one. */
  public void clear(int timer) {
    Setting cleared = current.remove(timer);
    if (cleared != null) {
      queue.remove(cleared);
    }
  }

  /** The first deadline, or {@link #NEVER}. */
  public long nextDeadlineMicros() {
    Setting next = queue.peek();
    return next == null ? NEVER : next.deadlineMicros;
  }

  /** The order of the setting with the first deadline, or {@link #NEVER}. */
  public long nextOrder() {
    Setting next = queue.peek();
    return next == null ? NEVER : next.order;
  }

  /** One more than the largest order of a setting. */
  public long settings() {
    return orders;
  }

  /**
   * Takes the next timer whose deadline is not after {@code nowMicros}, with an order below {@code
   * settings}.
   */
  public OptionalInt takeDue(long nowMicros, long settings) {
    Setting next = queue.peek();
    if (next == null || next.deadlineMicros > nowMicros || next.order >= settings) {
      return OptionalInt.empty();
    }
    queue.remove();
    current.remove(next.timer);
    return OptionalInt.of(next.timer);
  }
}
