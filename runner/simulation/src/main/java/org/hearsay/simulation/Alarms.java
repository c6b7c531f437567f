package org.hearsay.simulation;

import java.util.Arrays;

/** For each node the deadline it will wake up for, a little late. */
final class Alarms {
  private static final long NONE = Long.MAX_VALUE;

  private final EventLoop loop;
  private final Slack slack;
  private final long[] deadlines;

  Alarms(EventLoop loop, Slack slack, int nodeCount) {
    this.loop = loop;
    this.slack = slack;
    this.deadlines = new long[nodeCount];
    Arrays.fill(deadlines, NONE);
  }

  /** Wakes a node up for a deadline, unless it will wake up before. */
  void set(int node, long deadlineMicros) {
    long deadline = Math.max(deadlineMicros, loop.nowMicros());
    if (deadline < deadlines[node]) {
      deadlines[node] = deadline;
      int number = slack.next(node);
      loop.wakeAt(deadline + slack.micros(node, number), node, number);
    }
  }

  /** Which deadline the alarm of that number, which goes off now, was set for. */
  long deadlineMicros(int node, int number) {
    return loop.nowMicros() - slack.micros(node, number);
  }

  /** Takes back the alarm for a deadline; whether it is the one that is set. */
  boolean take(int node, long deadlineMicros) {
    if (deadlines[node] != deadlineMicros) {
      return false;
    }
    deadlines[node] = NONE;
    return true;
  }
}
