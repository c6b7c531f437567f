package org.hearsay.node.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;

/**
 * One node: its log, its timers and its outbox around one strategy.
 *
 * <p>Each public method is one event and runs to completion; the caller keeps events apart. The
 * callbacks of one event see the effects of those before it, and the envelopes leave when the event
 * ends, one per peer. An exception of the strategy discards that callback's effects and ends the
 * event, after its earlier envelopes have left, with that exception.
 */
public final class NodeRuntime<M extends Message> {
  private final int id;
  private final Strategy<M> strategy;
  private final RumorTable rumors;
  private final int ownSource;
  private final MicrosClock clock;
  private final Outlet<M> outlet;
  private final DeliveryListener listener;
  private final AppendOnlyLog log = new AppendOnlyLog();
  private final Timers timers = new Timers();
  private final Outbox<M> outbox = new Outbox<>();
  private final CallbackNode<M> node;
  private int nextSequence;
  private boolean started;

  /**
   * A node that has not started yet.
   *
   * @param identity who it is, and among whom
   * @param strategy the strategy's instance for this node
   * @param rumors the process's rumors
   * @param random the node's own stream of randomness
   * @param clock the time
   * @param outlet where envelopes leave
   * @param listener hears of each delivery
   */
  public NodeRuntime(
      Identity identity,
      Strategy<M> strategy,
      RumorTable rumors,
      RandomGenerator random,
      MicrosClock clock,
      Outlet<M> outlet,
      DeliveryListener listener) {
    this.id = identity.id();
    this.strategy = strategy;
    this.rumors = rumors;
    this.ownSource = rumors.number(id, identity.incarnation());
    this.clock = clock;
    this.outlet = outlet;
    this.listener = listener;
    this.node = new CallbackNode<>(id, identity.members(), log, rumors, random, listener);
  }

  /**
   * Who a node is.
   *
   * @param id its number
   * @param incarnation which life of that node: never the same twice
   * @param members every other node
   */
  public record Identity(int id, long incarnation, Peers members) {}

  /** Starts the strategy. Nothing else may happen to the node before. */
  public void start() {
    started = true;
    event(() -> callback(id, Rumors.NONE, strategy::onStart));
  }

  /** Replaces the node's neighbors, before or after its start. */
  public void linkTo(Peers neighbors) {
    boolean changed = node.linkTo(neighbors);
    if (started && changed) {
      event(() -> callback(id, Rumors.NONE, strategy::onNeighborsChanged));
    }
  }

  /** Begins a rumor for a client of this node; it is delivered here when this returns. */
  public long broadcast(JsonNode payload) {
    long rumor = RumorTable.rumor(ownSource, nextSequence++);
    rumors.store(rumor, payload);
    log.append(rumor);
    listener.delivered(rumor, id);
    event(() -> callback(id, Rumors.NONE, n -> strategy.onBroadcast(n, rumor)));
    return rumor;
  }

  /** Takes in an envelope. */
  public void receive(int from, List<M> envelope) {
    event(
        () -> {
          for (M message : envelope) {
            callback(from, message.rumors(), n -> strategy.onMessage(n, from, message));
          }
        });
  }

  /** Fires the timers that are due. Those they set wait for another call, even if due at once. */
  public void fireTimers() {
    event(
        () -> {
          long now = clock.nowMicros();
          long set = timers.settings();
          for (OptionalInt due = timers.takeDue(now, set);
              due.isPresent();
              due = timers.takeDue(now, set)) {
            int timer = due.getAsInt();
            callback(id, Rumors.NONE, n -> strategy.onTimer(n, timer));
          }
        });
  }

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} if no timer is set. */
  public long nextDeadlineMicros() {
    return timers.nextDeadlineMicros();
  }

  /** What this node knows. */
  public RumorLog log() {
    return log;
  }

  private void event(Runnable callbacks) {
    try {
      callbacks.run();
    } finally {
      outbox.flush(outlet);
    }
  }

  private void callback(int from, Rumors carried, Consumer<Node<M>> call) {
    node.open(clock.nowMicros(), from, carried);
    boolean completed = false;
    try {
      call.accept(node);
      completed = true;
    } finally {
      List<CallbackNode.Effect<M>> effects = node.close();
      if (completed) {
        effects.forEach(this::apply);
      }
    }
  }

  private void apply(CallbackNode.Effect<M> effect) {
    if (effect instanceof CallbackNode.Effect.Send<M> send) {
      outbox.add(send.peer(), send.message());
    } else if (effect instanceof CallbackNode.Effect.Schedule<M> schedule) {
      timers.set(schedule.timer(), schedule.deadlineMicros());
    } else if (effect instanceof CallbackNode.Effect.Cancel<M> cancel) {
      timers.clear(cancel.timer());
    }
  }
}
