package org.hearsay.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Json;
import org.hearsay.node.codec.JsonCodec;
import org.hearsay.node.codec.MalformedMessageException;
import org.hearsay.node.codec.NodeNames;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.node.runtime.NodeRuntime;
import org.hearsay.node.runtime.NumberedPeers;
import org.hearsay.node.runtime.SeededRandom;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.Net;
import org.hearsay.scenario.fault.Breakable;
import org.hearsay.scenario.fault.Partition;
import org.hearsay.scenario.network.Network;
import org.hearsay.scenario.time.VirtualTime;
import org.hearsay.scenario.weather.Weather;
import org.hearsay.scenario.workload.Cluster;
import org.hearsay.scenario.workload.Operation.Ending;
import org.jspecify.annotations.Nullable;

/**
 * The faithful world: real runtimes and the real codec over a simulated network. Every envelope is
 * encoded, decoded and compared with what was sent.
 */
final class World<M extends Message> implements Cluster, Breakable {
  /** 2026-01-01 in milliseconds: incarnations take as many bytes as those of real nodes. */
  private static final long FIRST_INCARNATION = 1_767_225_600_000L;

  private static final long MICROS_PER_MILLI = 1_000;

  /** Before a node's life: init and topology, and their replies. */
  private static final int SET_UP_MESSAGES = 4;

  private final VirtualTime events;
  private final ConfiguredStrategy<?, M> strategy;
  private final Settings settings;
  private final RunObserver observer;
  private final List<int[]> neighbors;
  private final RumorTable rumors = new RumorTable();
  private final JsonCodec<M> codec;
  private final Network network;
  private final Weather weather;
  private final List<SimulatedNode<M>> nodes = new ArrayList<>();
  private final int[] lives;
  private long clientMessagesSent;
  private long clientMessagesReceived;
  private @Nullable M lastAlone;
  private List<M> lastDecoded = List.of();

  World(
      VirtualTime events,
      ConfiguredStrategy<?, M> strategy,
      Settings settings,
      RunObserver observer) {
    int count = settings.cluster().nodeCount();
    this.events = events;
    this.strategy = strategy;
    this.settings = settings;
    this.observer = observer;
    this.neighbors = settings.cluster().topology().neighbors(count, settings.seed());
    this.codec = new JsonCodec<>(strategy.descriptor(), rumors, NodeNames.numbered(count));
    this.network = new Network(events, settings.network().model(), count);
    this.weather =
        new Weather(settings.seed(), settings.network().latency(), settings.network().loss());
    this.lives = new int[count];
    for (int node = 0; node < count; node++) {
      int id = node;
      nodes.add(
          new SimulatedNode<>(events, rumors, new Slack(settings.seed(), id), () -> newLife(id)));
    }
  }

  private NodeRuntime<M> newLife(int id) {
    long incarnation = FIRST_INCARNATION + events.nowMicros() / MICROS_PER_MILLI + lives[id]++;
    NodeRuntime<M> runtime =
        new NodeRuntime<>(
            new NodeRuntime.Identity(id, incarnation, new AllOthers(size(), id)),
            strategy.newStrategy(),
            rumors,
            new SeededRandom(settings.seed() ^ SeededRandom.mix(incarnation), id),
            events::nowMicros,
            (peer, envelope) -> send(id, peer, envelope),
            (rumor, from) -> observer.delivered(events.nowMicros(), id, from, rumor));
    runtime.linkTo(NumberedPeers.of(neighbors.get(id)));
    return runtime;
  }

  private void send(int from, int to, List<M> envelope) {
    byte[] line = codec.encode(from, to, envelope);
    List<M> decoded = passThroughCodec(envelope, line);
    observer.sent(events.nowMicros(), from, to, envelope, line);
    Weather.Fate fate = weather.next(from, to);
    if (fate.lost()) {
      observer.lost(events.nowMicros(), from, to, envelope);
    } else {
      network.bring(
          from,
          to,
          fate.latencyMicros(),
          () -> nodes.get(to).soon(() -> arrive(from, to, decoded)),
          () -> observer.lost(events.nowMicros(), from, to, envelope));
    }
  }

  /** What the receiver will read. One message sent alone to several peers is read once. */
  private List<M> passThroughCodec(List<M> envelope, byte[] line) {
    boolean alone = envelope.size() == 1;
    if (alone && envelope.get(0) == lastAlone) {
      return lastDecoded;
    }
    List<M> decoded = decode(line);
    if (!decoded.equals(envelope)) {
      throw new IllegalStateException("Sent " + envelope + ", decoded as " + decoded);
    }
    lastAlone = alone ? envelope.get(0) : null;
    lastDecoded = decoded;
    return decoded;
  }

  private List<M> decode(byte[] line) {
    try {
      return codec.decode(Json.parse(line).path("body"));
    } catch (JsonProcessingException | MalformedMessageException e) {
      throw new IllegalStateException("The codec cannot read what it wrote", e);
    }
  }

  private void arrive(int from, int to, List<M> envelope) {
    if (nodes.get(to).isDown()) {
      observer.lost(events.nowMicros(), from, to, envelope);
    } else {
      observer.received(events.nowMicros(), from, to, envelope);
      nodes.get(to).receive(from, envelope);
    }
  }

  void startAll() {
    for (SimulatedNode<M> node : nodes) {
      countSetUp();
      node.start();
    }
  }

  @Override
  public void partition(@Nullable Partition partition) {
    network.partition(partition);
    observer.fault(
        events.nowMicros(), partition == null ? "heal" : "partition " + partition.kind());
  }

  @Override
  public void kill(int node) {
    nodes.get(node).kill();
    observer.died(events.nowMicros(), node);
    observer.fault(events.nowMicros(), "kill n" + node);
  }

  @Override
  public void restart(int node) {
    observer.fault(events.nowMicros(), "restart n" + node);
    countSetUp();
    nodes.get(node).start();
  }

  @Override
  public void pause(int node) {
    observer.fault(events.nowMicros(), "pause n" + node);
    nodes.get(node).pause();
  }

  @Override
  public void resume(int node) {
    observer.fault(events.nowMicros(), "resume n" + node);
    nodes.get(node).resume();
  }

  @Override
  public int size() {
    return neighbors.size();
  }

  /** What clients and nodes sent each other, set-up included. */
  Net.Group clientMessages() {
    return new Net.Group(clientMessagesSent, clientMessagesReceived);
  }

  private void countSetUp() {
    clientMessagesSent += SET_UP_MESSAGES;
    clientMessagesReceived += SET_UP_MESSAGES;
  }

  @Override
  public void broadcast(int node, int value, Client client) {
    request(
        node,
        () -> {
          nodes.get(node).broadcast(value);
          client.end(Ending.OK, null);
        });
  }

  @Override
  public void read(int node, Client client) {
    request(node, () -> client.end(Ending.OK, nodes.get(node).values()));
  }

  private void request(int node, Runnable handle) {
    clientMessagesSent++;
    network.bringRequest(node, () -> nodes.get(node).soon(() -> answer(node, handle)));
  }

  private void answer(int node, Runnable handle) {
    if (!nodes.get(node).isDown()) {
      handle.run();
      clientMessagesSent++;
      clientMessagesReceived += 2;
    }
  }
}
