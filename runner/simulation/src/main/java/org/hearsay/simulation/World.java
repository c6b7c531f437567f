package org.hearsay.simulation;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.hearsay.api.Message;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.check.Net;
import org.hearsay.scenario.fault.Breakable;
import org.hearsay.scenario.fault.Partition;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.Weather;
import org.hearsay.scenario.workload.Cluster;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.simulation.nodes.Bundle;
import org.hearsay.simulation.nodes.Nodes;
import org.jspecify.annotations.Nullable;

/** A simulated cluster: nodes, the network between them, and what breaks. */
final class World
    implements Cluster, Breakable, Nodes.Surroundings, Intake.Receiver, EventLoop.Wakers {
  /** 2026-01-01 in milliseconds: incarnations take as many bytes as those of real nodes. */
  private static final long FIRST_INCARNATION = 1_767_225_600_000L;

  private static final long MICROS_PER_MILLI = 1_000;

  /** How many nodes there may be before reading ahead pays. */
  private static final int FITTING_INTO_CACHES = 50_000;

  /** Before a node's life: init and topology, and their replies. */
  private static final int SET_UP_MESSAGES = 4;

  private final EventLoop loop;
  private final int count;
  private final Wire wire;
  private final Nodes nodes;
  private final Intake intake;
  private final Recorder recorder;
  private final ObserverList observers;
  private final boolean observed;
  private final Slack slack;
  private final Alarms alarms;
  private final Pauses pauses = new Pauses();
  private final BitSet down = new BitSet();

  /** Whether a node has ever been down or paused since the start. */
  private boolean disturbed;

  private final Map<Integer, Integer> lives = new HashMap<>();

  /** What was read ahead, kept so that the reading is not optimized away. */
  @SuppressWarnings("UnusedVariable")
  private int anyNumber;

  private long clientMessagesSent;
  private long clientMessagesReceived;

  /** A cluster of nodes that are all down; {@code makeNodes} puts them into their surroundings. */
  World(
      EventLoop loop,
      Settings settings,
      Wire wire,
      Function<Nodes.Surroundings, Nodes> makeNodes,
      Recorder recorder,
      ObserverList observers) {
    this.loop = loop;
    this.count = settings.cluster().nodeCount();
    this.wire = wire;
    this.recorder = recorder;
    this.observers = observers;
    this.observed = !observers.observers().isEmpty();
    Conditions conditions = settings.network().conditions();
    Weather weather = new Weather(settings.seed(), conditions);
    this.slack = new Slack(settings.seed(), count);
    this.alarms = new Alarms(loop, slack, count);
    Intake quiet =
        switch (settings.network().model()) {
          case IDEAL -> idealIntake(weather);
          case MAELSTROM -> new ReaderIntake(loop, weather, slack, this, count);
        };
    this.intake =
        conditions.arePlain()
            ? quiet
            : new RoughIntake(loop, weather, conditions, wire, quiet, this, count);
    this.nodes = makeNodes.apply(this);
    down.set(0, count);
  }

  private Intake idealIntake(Weather weather) {
    IdealIntake ideal = new IdealIntake(loop, weather, slack, this);
    if (count > FITTING_INTO_CACHES) {
      loop.readAhead(ideal);
    }
    return ideal;
  }

  void startAll() {
    for (int node = 0; node < count; node++) {
      start(node);
    }
  }

  /** Does what happens next, a good deal of it; whether there is more to do. */
  boolean run() {
    return loop.run(intake, this);
  }

  private void start(int node) {
    countSetUp();
    int earlierLives = lives.merge(node, 1, Integer::sum) - 1;
    down.clear(node);
    nodes.start(node, FIRST_INCARNATION + loop.nowMicros() / MICROS_PER_MILLI + earlierLives);
    setAlarm(node);
  }

  @Override
  public long nowMicros() {
    return loop.nowMicros();
  }

  @Override
  public void send(int from, Message envelope, int[] peers, int start, int end) {
    recorder.sent(loop.nowMicros(), from, end - start, Bundle.payloads(envelope));
    if (wire.isTransparent() && !observed) {
      intake.bring(from, envelope, peers, start, end);
      return;
    }
    for (int i = start; i < end; i++) {
      Message carried = wire.carry(from, peers[i], envelope);
      if (!wire.isTransparent()) {
        recorder.sentBytes(wire.line().length + 1);
      }
      observers.sent(loop.nowMicros(), from, peers[i], Bundle.messages(envelope), wire.line());
      intake.bring(from, carried, peers, i, i + 1);
    }
  }

  @Override
  public void readAhead(int[] ids, Message[] envelopes, int count, int read) {
    anyNumber = read + recorder.readAhead(ids, count) + nodes.readAhead(ids, envelopes, count);
  }

  @Override
  public void drop(int from, int to, Message envelope) {
    recorder.lost();
    if (observed) {
      observers.lost(loop.nowMicros(), from, to, Bundle.messages(envelope));
    }
  }

  @Override
  public void duplicate(int from, int to, Message envelope) {
    recorder.duplicated();
  }

  @Override
  public void arrive(int from, int to, Message envelope) {
    if (disturbed && !takesIn(from, to, envelope)) {
      return;
    }
    recorder.received(to);
    if (observed) {
      observers.received(loop.nowMicros(), from, to, Bundle.messages(envelope));
    }
    nodes.receive(to, from, envelope);
    setAlarm(to);
  }

  /** Whether a node is up and awake; if not, the envelope waits or is lost. */
  private boolean takesIn(int from, int to, Message envelope) {
    if (pauses.isPaused(to)) {
      pauses.afterwards(to, () -> arrive(from, to, envelope));
      return false;
    }
    if (down.get(to)) {
      drop(from, to, envelope);
      return false;
    }
    return true;
  }

  private void setAlarm(int node) {
    if (nodes.timersChanged()) {
      alarms.set(node, nodes.nextDeadlineMicros(node));
    }
  }

  @Override
  public void arrive(int to, Runnable request) {
    if (pauses.isPaused(to)) {
      pauses.afterwards(to, () -> arrive(to, request));
    } else if (!down.get(to)) {
      request.run();
      clientMessagesSent++;
      clientMessagesReceived += 2;
    }
  }

  @Override
  public void wake(int node, int number) {
    wakeFor(node, alarms.deadlineMicros(node, number));
  }

  private void wakeFor(int node, long deadlineMicros) {
    if (pauses.isPaused(node)) {
      pauses.afterwards(node, () -> wakeFor(node, deadlineMicros));
    } else if (alarms.take(node, deadlineMicros) && !down.get(node)) {
      if (nodes.nextDeadlineMicros(node) <= loop.nowMicros()) {
        nodes.fireTimers(node);
      }
      alarms.set(node, nodes.nextDeadlineMicros(node));
    }
  }

  @Override
  public void delivered(int node, int from, long rumor) {
    recorder.delivered(loop.nowMicros(), node, from, rumor);
    if (observed) {
      observers.delivered(loop.nowMicros(), node, from, rumor);
    }
  }

  @Override
  public void partition(@Nullable Partition partition) {
    intake.partition(partition);
    observers.fault(nowMicros(), partition == null ? "heal" : "partition " + partition.kind());
  }

  @Override
  public void kill(int node) {
    disturbed = true;
    down.set(node);
    nodes.kill(node);
    recorder.died(node);
    observers.died(nowMicros(), node);
    observers.fault(nowMicros(), "kill n" + node);
  }

  @Override
  public void restart(int node) {
    observers.fault(nowMicros(), "restart n" + node);
    start(node);
  }

  @Override
  public void pause(int node) {
    observers.fault(nowMicros(), "pause n" + node);
    disturbed = true;
    pauses.pause(node);
  }

  @Override
  public void resume(int node) {
    observers.fault(nowMicros(), "resume n" + node);
    pauses.resume(node);
  }

  @Override
  public int size() {
    return count;
  }

  /** What nodes sent each other, and what clients and nodes did, set-up included. */
  Net net(Traffic traffic) {
    return new Net(
        new Net.Group(clientMessagesSent, clientMessagesReceived),
        new Net.Group(
            traffic.messages(), traffic.messages() + traffic.duplicated() - traffic.lost()));
  }

  /** The values in a node's log, in order; null if the node is down. */
  int @Nullable [] values(int node) {
    return down.get(node) ? null : nodes.values(node);
  }

  private void countSetUp() {
    clientMessagesSent += SET_UP_MESSAGES;
    clientMessagesReceived += SET_UP_MESSAGES;
  }

  @Override
  public void broadcast(int node, int value, Client client) {
    clientMessagesSent++;
    intake.bringRequest(
        node,
        () -> {
          nodes.broadcast(node, value);
          setAlarm(node);
          client.end(Ending.OK, null);
        });
  }

  @Override
  public void read(int node, Client client) {
    clientMessagesSent++;
    intake.bringRequest(node, () -> client.end(Ending.OK, nodes.values(node)));
  }
}
