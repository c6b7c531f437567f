package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.runtime.SeededRandom;
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
  private final List<@Nullable Strategy<M>> strategies;
  private final List<Integer> valuesByNumber = new ArrayList<>();

  /** Nodes that are all down; {@code neighbors} has each node's, ascending. */
  public ColumnNodes(
      ConfiguredStrategy<?, M> strategy,
      List<int[]> neighbors,
      long seed,
      Surroundings<M> surroundings) {
    this.strategy = strategy;
    this.seed = seed;
    this.surroundings = surroundings;
    this.columns = new Columns(neighbors);
    this.node = new PointedNode<>(columns, outgoing, surroundings);
    this.strategies = new ArrayList<>(Collections.nCopies(neighbors.size(), null));
  }

  @Override
  public void start(int id, long incarnation) {
    columns.begin(id, seed ^ SeededRandom.mix(incarnation));
    Strategy<M> born = strategy.newStrategy();
    strategies.set(id, born);
    node.open(id, id, Rumors.NONE);
    born.onStart(node);
    end(id);
  }

  @Override
  public void kill(int id) {
    strategies.set(id, null);
    columns.clear(id);
    node.logChanged(id);
  }

  @Override
  public void receive(int id, Envelope<M> envelope) {
    receive(id, envelope.from(), envelope.first());
    List<M> others = envelope.others();
    for (int i = 0; i < others.size(); i++) {
      receive(id, envelope.from(), others.get(i));
    }
    outgoing.flush(id, surroundings);
  }

  private void receive(int id, int from, M message) {
    node.open(id, from, message.rumors());
    alive(id).onMessage(node, from, message);
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
    return Objects.requireNonNull(strategies.get(id), "the node is down");
  }
}
