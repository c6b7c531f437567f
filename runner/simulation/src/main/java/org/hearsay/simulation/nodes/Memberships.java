package org.hearsay.simulation.nodes;

import java.util.Objects;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.membership.MemberIdentity;
import org.hearsay.node.membership.Membership;
import org.hearsay.node.membership.Verdict;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.Gate;
import org.hearsay.node.runtime.NodeListener;
import org.hearsay.node.runtime.Outbox;
import org.hearsay.scenario.cluster.Graph;
import org.jspecify.annotations.Nullable;

/** What is around the strategies of many nodes: for each the very object that a real node has. */
final class Memberships {

  /** The strategies. */
  interface Strategies {

    /** A peer of a node has begun a new life. */
    void restarted(int node, int peer);

    /** A node's neighbors are others than before. */
    void neighborsChanged(int node);
  }

  private final ConfiguredMembership configured;
  private final Graph graph;
  private final long seed;
  private final Nodes.Surroundings surroundings;
  private final Strategies strategies;
  private final Outbox outbox = new Outbox();
  private final @Nullable Membership[] memberships;

  Memberships(
      ConfiguredMembership configured,
      Graph graph,
      long seed,
      Nodes.Surroundings surroundings,
      Strategies strategies) {
    this.configured = configured;
    this.graph = graph;
    this.seed = seed;
    this.surroundings = surroundings;
    this.strategies = strategies;
    this.memberships = new Membership[graph.size()];
  }

  /** One node, as what is around its strategy sees it, and its envelopes as they leave. */
  private final class Host implements Membership.Host, NodeListener {
    private final int id;

    Host(int id) {
      this.id = id;
    }

    @Override
    public long nowMicros() {
      return surroundings.nowMicros(id);
    }

    @Override
    public void send(int peer, Message message) {
      outbox.add(peer, message);
    }

    @Override
    public void answer(int peer) {
      outbox.answer(peer);
    }

    @Override
    public void restarted(int peer) {
      strategies.restarted(id, peer);
    }

    @Override
    public void neighborsChanged() {
      strategies.neighborsChanged(id);
      surroundings.relinked(id);
    }

    @Override
    public void judged(int peer, Verdict verdict) {
      surroundings.judged(id, peer, verdict);
    }

    @Override
    public void delivered(long rumor, int from) {
      throw new IllegalStateException("What is around a strategy delivers nothing");
    }

    @Override
    public void withheld(int peer) {
      surroundings.withheld(id, peer);
    }
  }

  /** Begins a life of a node. */
  void start(int id, long incarnation) {
    Peers others = new AllOthers(graph.size(), id);
    Membership membership =
        new Membership(
            configured,
            MemberIdentity.of(id, incarnation, others, configured.contacts()),
            seed ^ SeededRandom.mix(incarnation),
            new Host(id));
    membership.topologyChanged(graph.neighbors(id));
    memberships[id] = membership;
    membership.start();
  }

  /** Ends a node's life. */
  void kill(int id) {
    memberships[id] = null;
  }

  /** What is around a node's strategy. */
  Membership of(int id) {
    return Objects.requireNonNull(memberships[id], "the node is down");
  }

  /** The same; null if the node is down. */
  @Nullable Membership orNull(int id) {
    return memberships[id];
  }

  /** The messages of the event at hand. */
  Outbox outbox() {
    return outbox;
  }

  /** Sends what an event of a node has gathered. */
  void flush(int id) {
    outbox.flush(new Gate((peer, envelope) -> send(id, peer, envelope), of(id), new Host(id)));
  }

  private void send(int id, int peer, Envelope envelope) {
    surroundings.send(id, Bundle.of(envelope), new int[] {peer}, 0, 1);
  }
}
