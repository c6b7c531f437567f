package org.hearsay.simulation.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.node.guarantee.Provision;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.membership.MemberIdentity;
import org.hearsay.node.membership.Membership;
import org.hearsay.node.membership.Verdict;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.NodeListener;
import org.hearsay.node.runtime.NodeRuntime;
import org.hearsay.node.service.Counters;
import org.hearsay.node.store.Life;
import org.hearsay.node.store.RumorStore;
import org.hearsay.scenario.cluster.Graph;
import org.jspecify.annotations.Nullable;

/** Nodes as processes have them: a real runtime each. */
public final class RuntimeNodes<M extends Message> implements Nodes {
  private final ConfiguredStrategy<?, M> strategy;
  private final Graph graph;
  private final long seed;
  private final RumorTable rumors;
  private final List<RumorTable> tables;
  private final Surroundings surroundings;
  private final List<@Nullable NodeRuntime<M>> runtimes;

  /** What each node keeps; empty if they keep nothing. */
  private final List<VirtualDisk> disks;

  /** What each node has counted, in all its lives. */
  private final List<Counters> counters;

  /**
   * Nodes that are all down.
   *
   * @param graph who is linked to whom
   * @param rumors all there are
   * @param tables one that all share, or a view of it for each of them
   */
  public RuntimeNodes(
      ConfiguredStrategy<?, M> strategy,
      Graph graph,
      long seed,
      RumorTable rumors,
      List<RumorTable> tables,
      Surroundings surroundings) {
    this.strategy = strategy;
    this.graph = graph;
    this.seed = seed;
    this.rumors = rumors;
    this.tables = tables;
    this.surroundings = surroundings;
    this.runtimes = new ArrayList<>(Collections.nCopies(graph.size(), null));
    this.disks =
        IntStream.range(0, strategy.guarantees().durable() ? graph.size() : 0)
            .mapToObj(node -> new VirtualDisk(table(node), () -> surroundings.written(node)))
            .toList();
    this.counters = Stream.generate(Counters::new).limit(graph.size()).toList();
  }

  @Override
  public void start(int node, long incarnation) {
    long ownSeed = seed ^ SeededRandom.mix(incarnation);
    Peers others = new AllOthers(graph.size(), node);
    RumorStore store = disks.isEmpty() ? RumorStore.NONE : disks.get(node);
    Life life = store.beginLife(incarnation);
    NodeRuntime<M> runtime =
        new NodeRuntime<>(
            new NodeRuntime.Identity(
                node,
                incarnation,
                others,
                NodeRuntime.Surroundings.of(
                    strategy.membership(),
                    MemberIdentity.of(node, incarnation, others, strategy.membership().contacts())
                        .keeping(life.keeps()),
                    ownSeed)),
            strategy.newStrategy(),
            table(node),
            new SeededRandom(ownSeed, node),
            () -> surroundings.nowMicros(node),
            (peer, envelope) ->
                surroundings.send(node, Bundle.of(envelope), new int[] {peer}, 0, 1),
            new Listener(node),
            new Provision(strategy.guarantees(), store, counters.get(node)));
    runtime.linkTo(graph.neighbors(node));
    runtimes.set(node, runtime);
    runtime.start();
  }

  /** Passes on what a node comes to know. */
  private final class Listener implements NodeListener {
    private final int node;

    Listener(int node) {
      this.node = node;
    }

    @Override
    public void delivered(long rumor, int from) {
      surroundings.delivered(node, from, rumor);
    }

    @Override
    public void released(long rumor) {
      surroundings.released(node, rumor);
    }

    @Override
    public boolean watchesGone() {
      return true;
    }

    @Override
    public void forgone(long rumor) {
      surroundings.forgone(node, rumor);
    }

    @Override
    public void recovered(long rumor) {
      surroundings.recovered(node, rumor);
    }

    @Override
    public void letGo(long rumor, boolean expired) {
      surroundings.letGo(node, rumor, expired);
    }

    @Override
    public void judged(int peer, Verdict verdict) {
      surroundings.judged(node, peer, verdict);
    }

    @Override
    public void relinked() {
      surroundings.relinked(node);
    }

    @Override
    public void withheld(int peer) {
      surroundings.withheld(node, peer);
    }
  }

  @Override
  public @Nullable VirtualDisk disk(int node) {
    return disks.isEmpty() ? null : disks.get(node);
  }

  @Override
  public void kill(int node) {
    runtimes.set(node, null);
  }

  @Override
  public void leave(int node) {
    alive(node).leave();
  }

  @Override
  public void receive(int node, int from, Message envelope) {
    alive(node).receive(from, Bundle.envelope(envelope));
  }

  @Override
  public void broadcast(int node, int value) {
    alive(node).broadcast(IntNode.valueOf(value));
  }

  @Override
  public int[] values(int node) {
    IntStream.Builder values = IntStream.builder();
    alive(node).readable(rumor -> values.add(value(node, rumor)));
    return values.build().toArray();
  }

  @Override
  public int[] goneValues(int node) {
    IntStream.Builder values = IntStream.builder();
    alive(node)
        .gone(
            rumor -> {
              JsonNode payload = rumors.payload(rumor);
              if (payload != null) {
                values.add(payload.intValue());
              }
            });
    return values.build().toArray();
  }

  @Override
  public boolean knows(int node, long rumor) {
    return alive(node).log().contains(rumor);
  }

  private int value(int node, long rumor) {
    return Objects.requireNonNull(table(node).payload(rumor)).intValue();
  }

  private RumorTable table(int node) {
    return tables.get(tables.size() == 1 ? 0 : node);
  }

  @Override
  public boolean timersChanged() {
    return true;
  }

  @Override
  public long nextDeadlineMicros(int node) {
    return alive(node).nextDeadlineMicros();
  }

  @Override
  public void fireTimers(int node) {
    alive(node).fireTimers();
  }

  @Override
  public void learnDeath(int node, int peer) {
    alive(node).inMembership(membership -> membership.died(peer));
  }

  @Override
  public void learnBirth(int node, int peer) {
    alive(node).inMembership(membership -> membership.born(peer));
  }

  @Override
  public @Nullable Membership membership(int node) {
    NodeRuntime<M> runtime = runtimes.get(node);
    return runtime == null ? null : runtime.membership();
  }

  @Override
  public Counters counters(int node) {
    return counters.get(node);
  }

  @Override
  public @Nullable String refusal(int node, int value) {
    JsonNode payload = IntNode.valueOf(value);
    String objection = alive(node).objection(payload);
    return objection == null ? alive(node).refusal("c" + node, payload) : objection;
  }

  @Override
  public void waited(int node, long micros) {
    NodeRuntime<M> runtime = runtimes.get(node);
    if (runtime != null) {
      runtime.waited(micros);
    }
  }

  private NodeRuntime<M> alive(int node) {
    return Objects.requireNonNull(runtimes.get(node), "the node is down");
  }
}
