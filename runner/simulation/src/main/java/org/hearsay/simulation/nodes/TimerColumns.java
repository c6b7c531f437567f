package org.hearsay.simulation.nodes;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.hearsay.node.callback.Timers;
import org.jspecify.annotations.Nullable;

/**
 * The timers of many nodes: for each small timer id a deadline a node, and for the nodes that use
 * larger ids a queue each.
 */
final class TimerColumns {
  private static final int NONE = -1;

  /** The deadlines of all nodes for one timer id, and in which order each node set its own. */
  private static final class Column {
    private final long[] deadlines;
    private final int[] orders;

    Column(int nodeCount) {
      deadlines = new long[nodeCount];
      Arrays.fill(deadlines, Timers.NEVER);
      orders = new int[nodeCount];
    }
  }

  private boolean changed;
  private final int nodeCount;
  private final Column[] columns = new Column[8];
  private int columnsUsed;
  private final Map<Integer, Timers> queues = new HashMap<>();

  /** How often each node has set a timer. */
  private int[] settings = new int[0];

  TimerColumns(int nodeCount) {
    this.nodeCount = nodeCount;
  }

  /** Whether a timer was set or cleared since the last call. */
  boolean takeChanged() {
    boolean was = changed;
    changed = false;
    return was;
  }

  void set(int node, int timer, long deadlineMicros) {
    changed = true;
    if (settings.length == 0) {
      settings = new int[nodeCount];
    }
    int order = settings[node]++;
    if (timer >= columns.length) {
      queues.computeIfAbsent(node, unused -> new Timers()).set(timer, deadlineMicros, order);
      return;
    }
    while (columnsUsed <= timer) {
      columns[columnsUsed++] = new Column(nodeCount);
    }
    columns[timer].deadlines[node] = deadlineMicros;
    columns[timer].orders[node] = order;
  }

  void clear(int node, int timer) {
    changed = true;
    if (timer < columnsUsed) {
      columns[timer].deadlines[node] = Timers.NEVER;
    } else if (timer >= columns.length && queues.containsKey(node)) {
      queues.get(node).clear(timer);
    }
  }

  /** Clears all timers of a node. */
  void clearAll(int node) {
    queues.remove(node);
    for (int timer = 0; timer < columnsUsed; timer++) {
      columns[timer].deadlines[node] = Timers.NEVER;
    }
  }

  long nextDeadlineMicros(int node) {
    long next = Timers.NEVER;
    for (int timer = 0; timer < columnsUsed; timer++) {
      next = Math.min(next, columns[timer].deadlines[node]);
    }
    Timers queue = queue(node);
    return queue == null ? next : Math.min(next, queue.nextDeadlineMicros());
  }

  /** How often a node has set a timer. */
  long settings(int node) {
    return settings.length == 0 ? 0 : settings[node];
  }

  /**
   * Takes a node's next timer whose deadline is not after {@code nowMicros}, among the first {@code
   * limit} ever set.
   */
  OptionalInt takeDue(int node, long nowMicros, long limit) {
    int timer = firstDue(node, nowMicros, limit);
    Timers queue = queue(node);
    if (queue != null && (timer == NONE || isBefore(queue, node, columns[timer]))) {
      return queue.takeDue(nowMicros, limit);
    }
    if (timer == NONE) {
      return OptionalInt.empty();
    }
    columns[timer].deadlines[node] = Timers.NEVER;
    return OptionalInt.of(timer);
  }

  private @Nullable Timers queue(int node) {
    return queues.isEmpty() ? null : queues.get(node);
  }

  private int firstDue(int node, long nowMicros, long limit) {
    int first = NONE;
    for (int timer = 0; timer < columnsUsed; timer++) {
      Column column = columns[timer];
      if (column.deadlines[node] <= nowMicros
          && column.orders[node] < limit
          && (first == NONE || isBefore(node, column, columns[first]))) {
        first = timer;
      }
    }
    return first;
  }

  private static boolean isBefore(int node, Column a, Column b) {
    return a.deadlines[node] == b.deadlines[node]
        ? a.orders[node] < b.orders[node]
        : a.deadlines[node] < b.deadlines[node];
  }

  private static boolean isBefore(Timers queue, int node, Column column) {
    return queue.nextDeadlineMicros() == column.deadlines[node]
        ? queue.nextOrder() < column.orders[node]
        : queue.nextDeadlineMicros() < column.deadlines[node];
  }
}
