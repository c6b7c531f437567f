package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.runtime.SeededRandom;
import org.hearsay.scenario.cluster.Overlay;
import org.jspecify.annotations.Nullable;

/**
 * Nodes that are columns of numbers around one strategy object each: what a real runtime does, for
 * a million nodes at once.
 */
public final class ColumnNodes<M extends Message> implements Nodes<M> {
  private final ConfiguredStrategy<?, M> strategy;
  private final long seed;
  private final Surroundings<M> surroundings;
  private final Columns columns;
  private final Outgoing<M> outgoing = new Outgoing<>();
  private final PointedNode<M> node;
  private final @Nullable Strategy<M>[] strategies;
  private final List<Integer> valuesByNumber = new ArrayList<>();

  /** Nodes that are all down; {@code overlay} says who is whose neighbor. */
  public ColumnNodes(
      ConfiguredStrategy<?, M> strategy, Overlay overlay, long seed, Surroundings<M> surroundings) {
    this.strategy = strategy;
    this.seed = seed;
    this.surroundings = surroundings;
    this.columns = new Columns(overlay);
    this.node = new PointedNode<>(columns, outgoing, surroundings);
    this.strategies = newArray(overlay.size());
  }

  @SuppressWarnings("unchecked")
  private static <M extends Message> @Nullable Strategy<M>[] newArray(int length) {
    return (Strategy<M>[]) new Strategy<?>[length];
  }

  @Override
  public void start(int id, long incarnation) {
    columns.begin(id, seed ^ SeededRandom.mix(incarnation));
    Strategy<M> born = strategy.newStrategy();
    strategies[id] = born;
    node.open(id, id, Rumors.NONE);
    born.onStart(node);
    end(id);
  }

  @Override
  public void kill(int id) {
    strategies[id] = null;
    columns.clear(id);
    node.logChanged(id);
  }

  @Override
  public void receive(int id, Envelope<M> envelope) {
    Strategy<M> strategy = alive(id);
    receive(id, envelope.from(), envelope.first(), envelope.firstRumors(), strategy);
    if (!envelope.isSingle()) {
      for (M message : envelope.others()) {
        receive(id, envelope.from(), message, message.rumors(), strategy);
      }
    }
    outgoing.flush(id, surroundings);
  }

  private void receive(int id, int from, M message, Rumors carried, Strategy<M> strategy) {
    node.open(id, from, carried);
    strategy.onMessage(node, from, message);
    node.close();
  }

  @Override
  public void broadcast(int id, int value) {
    long rumor = columns.sources().nextRumor(id);
    columns.logs().register(rumor);
    valuesByNumber.add(value);
    columns.logs().append(id, rumor);
    node.logChanged(id);
    surroundings.delivered(id, id, rumor);
    node.open(id, id, Rumors.NONE);
    alive(id).onBroadcast(node, rumor);
    end(id);
  }

  @Override
  public int[] values(int id) {
    int[] values = new int[columns.logs().size(id)];
    for (int i = 0; i < values.length; i++) {
      values[i] = valuesByNumber.get(columns.logs().number(id, i));
    }
    return values;
  }

  @Override
  public boolean timersChanged() {
    return columns.timers().takeChanged();
  }

  @Override
  public long nextDeadlineMicros(int id) {
    return columns.timers().nextDeadlineMicros(id);
  }

  @Override
  public void fireTimers(int id) {
    long now = surroundings.nowMicros();
    long limit = columns.timers().settings(id);
    for (OptionalInt due = columns.timers().takeDue(id, now, limit);
        due.isPresent();
        due = columns.timers().takeDue(id, now, limit)) {
      node.open(id, id, Rumors.NONE);
      alive(id).onTimer(node, due.getAsInt());
      node.close();
    }
    outgoing.flush(id, surroundings);
  }

  private void end(int id) {
    node.close();
    outgoing.flush(id, surroundings);
  }

  private Strategy<M> alive(int id) {
    return Objects.requireNonNull(strategies[id], "the node is down");
  }
}
