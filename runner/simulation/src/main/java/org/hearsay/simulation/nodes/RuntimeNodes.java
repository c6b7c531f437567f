package org.hearsay.simulation.nodes;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.hearsay.api.Message;
import org.hearsay.api.RumorLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.NodeRuntime;
import org.hearsay.node.runtime.SeededRandom;
import org.hearsay.scenario.cluster.Overlay;
import org.jspecify.annotations.Nullable;

/** Nodes as processes have them: a real runtime each. */
public final class RuntimeNodes<M extends Message> implements Nodes {
  private final ConfiguredStrategy<?, M> strategy;
  private final Overlay overlay;
  private final long seed;
  private final RumorTable rumors;
  private final Surroundings surroundings;
  private final List<@Nullable NodeRuntime<M>> runtimes;

  /** Nodes that are all down; {@code overlay} says who is whose neighbor. */
  public RuntimeNodes(
      ConfiguredStrategy<?, M> strategy,
      Overlay overlay,
      long seed,
      RumorTable rumors,
      Surroundings surroundings) {
    this.strategy = strategy;
    this.overlay = overlay;
    this.seed = seed;
    this.rumors = rumors;
    this.surroundings = surroundings;
    this.runtimes = new ArrayList<>(Collections.nCopies(overlay.size(), null));
  }

  @Override
  public void start(int node, long incarnation) {
    NodeRuntime<M> runtime =
        new NodeRuntime<>(
            new NodeRuntime.Identity(node, incarnation, new AllOthers(overlay.size(), node)),
            strategy.newStrategy(),
            rumors,
            new SeededRandom(seed ^ SeededRandom.mix(incarnation), node),
            () -> surroundings.nowMicros(node),
            (peer, envelope) ->
                surroundings.send(node, Bundle.envelope(envelope), new int[] {peer}, 0, 1),
            (rumor, from) -> surroundings.delivered(node, from, rumor));
    runtime.linkTo(overlay.neighbors(node));
    runtimes.set(node, runtime);
    runtime.start();
  }

  @Override
  public void kill(int node) {
    runtimes.set(node, null);
  }

  @Override
  public void receive(int node, int from, Message envelope) {
    alive(node).receive(from, Bundle.messages(envelope));
  }

  @Override
  public void broadcast(int node, int value) {
    alive(node).broadcast(IntNode.valueOf(value));
  }

  @Override
  public int[] values(int node) {
    RumorLog log = alive(node).log();
    int[] values = new int[(int) log.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Objects.requireNonNull(rumors.payload(log.get(i))).intValue();
    }
    return values;
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

  private NodeRuntime<M> alive(int node) {
    return Objects.requireNonNull(runtimes.get(node), "the node is down");
  }
}
