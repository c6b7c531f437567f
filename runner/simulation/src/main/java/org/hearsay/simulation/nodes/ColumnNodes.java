package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.runtime.SeededRandom;
import org.hearsay.scenario.cluster.Overlay;

/**
 * Nodes that are columns of numbers around one strategy object each: what a real runtime does, for
 * a million nodes at once.
 */
public final class ColumnNodes<M extends Message> implements Nodes {
  private final ConfiguredStrategy<?, M> strategy;
  private final long seed;
  private final Surroundings surroundings;
  private final Columns columns;
  private final Outgoing<M> outgoing = new Outgoing<>();
  private final PointedNode<M> node;
  private final Strategies<M> strategies;

  /** What was read ahead, kept so that the reading is not optimized away. */
  @SuppressWarnings("UnusedVariable")
  private int anyNumber;

  private final List<Integer> valuesByNumber = new ArrayList<>();

  /** Nodes that are all down; {@code overlay} says who is whose neighbor. */
  public ColumnNodes(
      ConfiguredStrategy<?, M> strategy, Overlay overlay, long seed, Surroundings surroundings) {
    this.strategy = strategy;
    this.seed = seed;
    this.surroundings = surroundings;
    this.columns = new Columns(overlay);
    this.node = new PointedNode<>(columns, outgoing, surroundings);
    this.strategies = new Strategies<>(overlay.size());
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
    strategies.clear(id);
    columns.clear(id);
    node.logChanged(id);
  }

  @Override
  @SuppressWarnings("unchecked") // Nothing but the strategy's messages ever leaves a node.
  public void receive(int id, int from, Message envelope) {
    Strategy<M> strategy = alive(id);
    if (envelope instanceof Bundle<?> bundle) {
      for (Message message : bundle.messages()) {
        handle(id, from, (M) message, strategy);
      }
    } else {
      handle(id, from, (M) envelope, strategy);
    }
    outgoing.flush(id, surroundings);
  }

  @Override
  public int readAhead(int[] ids, int[] senders, long[] rumors, int count) {
    int read = 0;
    for (int i = 0; i < count; i++) {
      read += strategies.readAhead(ids[i]);
    }
    int news = 0;
    for (int i = 0; i < count; i++) {
      int id = ids[i];
      long rumor = rumors[i];
      ids[news] = id;
      senders[news] = senders[i];
      rumors[news] = rumor;
      // No branch on what is known, as it would be a guess that waits for memory.
      news += rumor < 0 ? 0 : columns.logs().lacks(id, rumor);
    }
    anyNumber = read + columns.readAhead(ids, news);
    return news;
  }

  private void handle(int id, int from, M message, Strategy<M> strategy) {
    node.open(id, from, message.rumors());
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
    long now = surroundings.nowMicros(id);
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
    return strategies.get(id);
  }
}
