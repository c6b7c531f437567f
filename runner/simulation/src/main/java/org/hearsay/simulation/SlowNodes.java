package org.hearsay.simulation;

import java.util.HashMap;
import java.util.Map;
import org.hearsay.scenario.time.Schedule;

/** Nodes that take their time: what reaches one waits until it is done with what came before. */
final class SlowNodes {

  /** One life of a node that is slow, or that still has to catch up. */
  private static final class SlowNode {
    private long extraMicros;
    private long busyUntilMicros;
    private boolean dead;
  }

  private final Schedule schedule;
  private final Map<Integer, SlowNode> nodes = new HashMap<>();

  SlowNodes(Schedule schedule) {
    this.schedule = schedule;
  }

  /** Lets each reaction of a node take so much longer; 0 ends that. */
  void slow(int node, long extraMicros) {
    nodes.computeIfAbsent(node, unused -> new SlowNode()).extraMicros = extraMicros;
  }

  /** Forgets what waits for a node, as the node is dead; its next life is as slow. */
  void kill(int node) {
    SlowNode dead = nodes.remove(node);
    if (dead != null) {
      dead.dead = true;
      slow(node, dead.extraMicros);
    }
  }

  /** Whether a node does not react at once to what happens now. */
  boolean makesWait(int node) {
    SlowNode slow = nodes.get(node);
    return slow != null && (slow.extraMicros > 0 || slow.busyUntilMicros > schedule.nowMicros());
  }

  /**
   * Lets a node that makes wait react when it gets round to it.
   *
   * @param loss happens instead if the node has died by then
   */
  void afterwards(int node, Runnable reaction, Runnable loss) {
    SlowNode slow = nodes.get(node);
    if (slow == null) {
      throw new IllegalStateException("Node " + node + " is not slow");
    }
    slow.busyUntilMicros = Math.max(slow.busyUntilMicros, schedule.nowMicros()) + slow.extraMicros;
    schedule.at(slow.busyUntilMicros, () -> (slow.dead ? loss : reaction).run());
  }
}
