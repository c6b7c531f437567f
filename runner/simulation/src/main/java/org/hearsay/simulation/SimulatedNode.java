package org.hearsay.simulation;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.hearsay.api.Message;
import org.hearsay.api.RumorLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.runtime.NodeRuntime;
import org.hearsay.scenario.time.VirtualTime;
import org.jspecify.annotations.Nullable;

/**
 * One node of a simulation: a runtime that can die and be replaced, or stand still, woken when its
 * timers are due.
 */
final class SimulatedNode<M extends Message> {
  private final VirtualTime events;
  private final RumorTable rumors;
  private final Supplier<NodeRuntime<M>> lives;
  private @Nullable NodeRuntime<M> runtime;
  private final Slack slack;
  private final List<Runnable> waiting = new ArrayList<>();
  private long lastReadMicros;
  private boolean paused;
  private long wakeMicros = Long.MAX_VALUE;

  /** A node that is down; {@code lives} makes a runtime for each of its lives. */
  SimulatedNode(
      VirtualTime events, RumorTable rumors, Slack slack, Supplier<NodeRuntime<M>> lives) {
    this.slack = slack;
    this.events = events;
    this.rumors = rumors;
    this.lives = lives;
  }

  void start() {
    NodeRuntime<M> born = lives.get();
    runtime = born;
    born.start();
    setAlarm(born);
  }

  void kill() {
    runtime = null;
  }

  /** Lets everything wait that would reach the node, its timers included. */
  void pause() {
    paused = true;
  }

  /** Does what waited, in order. */
  void resume() {
    paused = false;
    List<Runnable> due = List.copyOf(waiting);
    waiting.clear();
    due.forEach(Runnable::run);
  }

  /** Does something as soon as the node gets round to it, in the order of these calls. */
  void soon(Runnable action) {
    lastReadMicros = Math.max(lastReadMicros, events.nowMicros() + slack.nextMicros());
    events.at(lastReadMicros, () -> whenAwake(action));
  }

  private void whenAwake(Runnable action) {
    if (paused) {
      waiting.add(action);
    } else {
      action.run();
    }
  }

  boolean isDown() {
    return runtime == null;
  }

  void receive(int from, List<M> envelope) {
    NodeRuntime<M> alive = alive();
    alive.receive(from, envelope);
    setAlarm(alive);
  }

  void broadcast(int value) {
    NodeRuntime<M> alive = alive();
    alive.broadcast(IntNode.valueOf(value));
    setAlarm(alive);
  }

  /** The values of its log, in order and as often as they are there. */
  int[] values() {
    RumorLog log = alive().log();
    int[] values = new int[(int) log.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Objects.requireNonNull(rumors.payload(log.get(i))).intValue();
    }
    return values;
  }

  private NodeRuntime<M> alive() {
    return Objects.requireNonNull(runtime, "the node is down");
  }

  private void setAlarm(NodeRuntime<M> alive) {
    long deadline = alive.nextDeadlineMicros();
    if (deadline < wakeMicros) {
      wakeMicros = deadline;
      events.at(deadline + slack.nextMicros(), () -> whenAwake(() -> wake(deadline)));
    }
  }

  private void wake(long alarmMicros) {
    if (alarmMicros != wakeMicros) {
      return;
    }
    wakeMicros = Long.MAX_VALUE;
    NodeRuntime<M> alive = runtime;
    if (alive != null) {
      if (alive.nextDeadlineMicros() <= events.nowMicros()) {
        alive.fireTimers();
      }
      setAlarm(alive);
    }
  }
}
