package org.hearsay.simulation;

import java.util.function.IntConsumer;
import org.hearsay.simulation.nodes.Nodes;

/** Wakes nodes up for their timers, each by its own clock, and when it is there and awake. */
final class Wakeups implements EventLoop.Wakers {
  private final EventLoop loop;
  private final Alarms alarms;
  private final Clocks clocks;
  private final Nodes nodes;
  private final Health health;
  private final Workers workers;
  private final IntConsumer onWaking;

  /**
   * The alarms of so many nodes.
   *
   * @param onWaking hears of each node whose timers are about to fire
   */
  Wakeups(
      EventLoop loop,
      Alarms alarms,
      Clocks clocks,
      Nodes nodes,
      Health health,
      Workers workers,
      IntConsumer onWaking) {
    this.loop = loop;
    this.alarms = alarms;
    this.clocks = clocks;
    this.nodes = nodes;
    this.health = health;
    this.workers = workers;
    this.onWaking = onWaking;
  }

  /** An event of a node is over: it may have set timers. */
  void renew(int node) {
    if (nodes.timersChanged()) {
      alarms.set(node, nextDeadlineMicros(node));
    }
  }

  /** The time of a node's next alarm may be another than before. */
  void reset(int node) {
    if (!health.isDown(node)) {
      alarms.set(node, nextDeadlineMicros(node));
    }
  }

  /** When a node's next timer is due, by the true time. */
  private long nextDeadlineMicros(int node) {
    long deadline = nodes.nextDeadlineMicros(node);
    return clocks.differ() ? clocks.trueMicros(node, deadline, loop.nowMicros()) : deadline;
  }

  @Override
  public void wake(int node, int number) {
    long deadline = alarms.deadlineMicros(node, number);
    if (workers.areThere()) {
      workers.take(node, 0, () -> wake(node, deadline));
    } else {
      wake(node, deadline);
    }
  }

  private void wake(int node, long deadline) {
    if (health.isDisturbed()) {
      health.meet(node, () -> wakeFor(node, deadline), () -> alarms.take(node, deadline));
    } else {
      wakeFor(node, deadline);
    }
  }

  private void wakeFor(int node, long deadlineMicros) {
    if (alarms.take(node, deadlineMicros)) {
      if (nextDeadlineMicros(node) <= loop.nowMicros()) {
        onWaking.accept(node);
        nodes.fireTimers(node);
      }
      alarms.set(node, nextDeadlineMicros(node));
    }
  }
}
