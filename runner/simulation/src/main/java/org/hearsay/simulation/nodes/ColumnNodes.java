package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.membership.Membership;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.cluster.Graph;
import org.jspecify.annotations.Nullable;

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

  /** What is around the strategies; null if there is nothing. */
  private final @Nullable Memberships memberships;

  /** What was read ahead, kept so that the reading is not optimized away. */
  @SuppressWarnings("UnusedVariable")
  private int anyNumber;

  private final List<Integer> valuesByNumber = new ArrayList<>();

  /** Nodes that are all down; {@code graph} says who is whose neighbor. */
  public ColumnNodes(
      ConfiguredStrategy<?, M> strategy, Graph graph, long seed, Surroundings surroundings) {
    this.strategy = strategy;
    this.seed = seed;
    this.surroundings = surroundings;
    this.columns = new Columns(graph);
    this.memberships =
        strategy.membership().isNone()
            ? null
            : new Memberships(
                strategy.membership(), graph, seed, surroundings, new ToldByMembership());
    this.node = new PointedNode<>(columns, outgoing, surroundings, memberships);
    this.strategies = new Strategies<>(graph.size());
  }

  /** What strategies hear of their peers. */
  private final class ToldByMembership implements Memberships.Strategies {
    @Override
    public void restarted(int id, int peer) {
      node.open(id, id, Rumors.NONE);
      alive(id).onRestart(node, peer);
      close();
    }

    @Override
    public void neighborsChanged(int id) {
      node.open(id, id, Rumors.NONE);
      alive(id).onNeighborsChanged(node);
      close();
    }
  }

  @Override
  public void start(int id, long incarnation) {
    columns.begin(id, seed ^ SeededRandom.mix(incarnation));
    Strategy<M> born = strategy.newStrategy();
    strategies.set(id, born);
    if (memberships != null) {
      memberships.start(id, incarnation);
    }
    node.open(id, id, Rumors.NONE);
    born.onStart(node);
    end(id);
  }

  @Override
  public void kill(int id) {
    if (memberships != null) {
      memberships.kill(id);
    }
    strategies.clear(id);
    columns.clear(id);
    node.logChanged(id);
  }

  @Override
  public void leave(int id) {
    inMembership(id, Membership::leave);
  }

  @Override
  public void learnDeath(int id, int peer) {
    inMembership(id, membership -> membership.died(peer));
  }

  @Override
  public void learnBirth(int id, int peer) {
    inMembership(id, membership -> membership.born(peer));
  }

  private void inMembership(int id, Consumer<Membership> happening) {
    if (memberships != null) {
      happening.accept(memberships.of(id));
      flush(id);
    }
  }

  @Override
  public @Nullable Membership membership(int id) {
    return memberships == null ? null : memberships.orNull(id);
  }

  @Override
  public void receive(int id, int from, Message envelope) {
    if (memberships != null) {
      receive(id, from, (Bundle) envelope, memberships.of(id));
    } else if (envelope instanceof Bundle bundle) {
      for (Message message : bundle.messages()) {
        handle(id, from, message, alive(id));
      }
    } else {
      handle(id, from, envelope, alive(id));
    }
    flush(id);
  }

  private void receive(int id, int from, Bundle envelope, Membership membership) {
    if (membership.hear(from, envelope.envelope())) {
      for (Message message : envelope.messages()) {
        if (Envelope.isControl(message)) {
          membership.receive(from, message);
        } else {
          handle(id, from, message, alive(id));
        }
      }
    }
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

  @SuppressWarnings("unchecked") // Nothing but the strategy's messages gets here.
  private void handle(int id, int from, Message message, Strategy<M> strategy) {
    node.open(id, from, message.rumors());
    strategy.onMessage(node, from, (M) message);
    close();
  }

  /** Ends a callback of a strategy. */
  private void close() {
    node.close();
    if (memberships != null) {
      outgoing.moveTo(memberships.outbox());
    }
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
    return columns.timers().takeChanged() || memberships != null;
  }

  @Override
  public long nextDeadlineMicros(int id) {
    long own = columns.timers().nextDeadlineMicros(id);
    return memberships == null ? own : Math.min(own, memberships.of(id).nextDeadlineMicros());
  }

  @Override
  public void fireTimers(int id) {
    long now = surroundings.nowMicros(id);
    if (memberships != null && memberships.of(id).nextDeadlineMicros() <= now) {
      memberships.of(id).fireTimers();
    }
    long limit = columns.timers().settings(id);
    for (OptionalInt due = columns.timers().takeDue(id, now, limit);
        due.isPresent();
        due = columns.timers().takeDue(id, now, limit)) {
      node.open(id, id, Rumors.NONE);
      alive(id).onTimer(node, due.getAsInt());
      close();
    }
    flush(id);
  }

  private void end(int id) {
    close();
    flush(id);
  }

  private void flush(int id) {
    if (memberships == null) {
      outgoing.flush(id, surroundings);
    } else {
      memberships.flush(id);
    }
  }

  private Strategy<M> alive(int id) {
    return strategies.get(id);
  }
}
