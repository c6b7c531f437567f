package org.hearsay.simulation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.hearsay.api.Message;
import org.hearsay.node.membership.Verdict;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Formation;
import org.hearsay.scenario.fault.Cut;
import org.hearsay.simulation.nodes.Bundle;
import org.hearsay.simulation.nodes.Nodes;
import org.jspecify.annotations.Nullable;

/** A simulated cluster: nodes, and the network between them. */
final class World implements Nodes.Surroundings, Intake.Receiver {
  private final EventLoop loop;
  private final int count;
  private final Wire wire;
  private final Nodes nodes;
  private final Intake intake;
  private final Recorder recorder;
  private final ObserverList observers;
  private final boolean observed;
  private final Slack slack;
  private final Wakeups wakeups;
  private final Workers workers;
  private final Disks disks;
  private final Clients clients;
  private final Health health;
  private final Breakages breakages;
  private final DetectionTally detection;
  private final Formation formation;
  private final Truth truth;
  private final RetentionWatch retention;
  private final Clocks clocks = new Clocks();
  private final Current current = new Current();

  private final Lives lives = new Lives();

  /** What was read ahead, kept so that the reading is not optimized away. */
  @SuppressWarnings("UnusedVariable")
  private int anyNumber;

  /**
   * A cluster of nodes that are all down.
   *
   * @param toldTheTruth whether nodes hear at once who dies and who is born
   * @param makeNodes puts nodes into their surroundings
   * @param diskKind what their disks are like, if they have any
   */
  World(
      EventLoop loop,
      Settings settings,
      boolean toldTheTruth,
      Wire wire,
      Function<Nodes.Surroundings, Nodes> makeNodes,
      Recorder recorder,
      ObserverList observers,
      DiskKind diskKind,
      RetentionWatch retention) {
    this.loop = loop;
    this.retention = retention;
    this.count = settings.cluster().nodeCount();
    this.wire = wire;
    this.recorder = recorder;
    this.observers = observers;
    this.observed = !observers.observers().isEmpty();
    this.slack = new Slack(settings.seed(), count);
    this.intake = Intakes.of(loop, settings, wire, slack, this);
    this.health = new Health(loop, count);
    this.breakages = new Breakages(this, health);
    this.detection = new DetectionTally(breakages);
    this.formation = settings.cluster().formation();
    this.nodes = makeNodes.apply(this);
    this.workers =
        new Workers(loop, settings.network().conditions().workMicros(), count, nodes::waited);
    this.wakeups =
        new Wakeups(
            loop,
            new Alarms(loop, slack, count),
            clocks,
            nodes,
            health,
            workers,
            this::aboutToFireTimers);
    this.disks = new Disks(loop, health, settings.seed(), diskKind, nodes, count);
    this.clients = new Clients(count, intake, nodes, wakeups, current, disks, workers::refuse);
    this.truth = new Truth(toldTheTruth, count, nodes, health, wakeups::reset);
  }

  /** Starts the nodes, one after the other, and does something when that is done. */
  void form(Runnable whenFormed) {
    if (formation.micros(count) == 0) {
      for (int node = 0; node < count; node++) {
        begin(node);
      }
      whenFormed.run();
    } else {
      for (int node = 0; node < count; node++) {
        int joining = node;
        loop.at(formation.joinMicros(node + 1), () -> begin(joining));
      }
      loop.at(formation.micros(count), whenFormed);
    }
  }

  /** Does what happens next, a good deal of it; whether there is more to do. */
  boolean run() {
    return loop.run(intake, wakeups);
  }

  /** What happens at present, or happened last. */
  Current current() {
    return current;
  }

  private void begin(int node) {
    if (health.start(node)) {
      start(node);
    }
  }

  /** What breaks here. */
  Breakages breakages() {
    return breakages;
  }

  ObserverList observers() {
    return observers;
  }

  Clocks clocks() {
    return clocks;
  }

  Wakeups wakeups() {
    return wakeups;
  }

  /** Those who ask nodes to spread values. */
  Clients clients() {
    return clients;
  }

  long nowMicros() {
    return loop.nowMicros();
  }

  /** Begins a life of a node. */
  void start(int node) {
    clients.setUp();
    current.start(node);
    nodes.start(node, lives.begin(node, loop.nowMicros()));
    wakeups.renew(node);
  }

  @Override
  public long nowMicros(int node) {
    long now = loop.nowMicros();
    return clocks.differ() ? clocks.micros(node, now) : now;
  }

  @Override
  public void send(int from, Message envelope, int[] peers, int start, int end) {
    if (disks.holds(from) || health.mayHang()) {
      int[] receivers = Arrays.copyOfRange(peers, start, end);
      Runnable sending = () -> sendNow(from, envelope, receivers, 0, receivers.length);
      disks.depart(from, () -> health.depart(from, sending));
    } else {
      sendNow(from, envelope, peers, start, end);
    }
  }

  private void sendNow(int from, Message envelope, int[] peers, int start, int end) {
    if (Bundle.isControl(envelope)) {
      recorder.sentControl(from, end - start);
      recorder.carried((long) Bundle.payloads(envelope) * (end - start));
    } else {
      recorder.sent(loop.nowMicros(), from, end - start, Bundle.payloads(envelope));
    }
    if (wire.isTransparent() && !observed) {
      intake.bring(from, envelope, peers, start, end);
      return;
    }
    for (int i = start; i < end; i++) {
      Message carried = wire.carry(from, peers[i], envelope);
      if (!wire.isTransparent()) {
        recorder.sentBytes(wire.line().length + 1, wire.controlBytes());
      }
      observers.sent(loop.nowMicros(), from, peers[i], Bundle.messages(envelope), wire.line());
      intake.bring(from, carried, peers, i, i + 1);
    }
  }

  @Override
  public void readAhead(int[] ids, int[] senders, long[] rumors, int count) {
    int read = recorder.readLoadsAhead(ids, count);
    int news = nodes.readAhead(ids, senders, rumors, count);
    anyNumber = read + recorder.readTracksAhead(ids, senders, rumors, news);
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
    if (observed) {
      observers.duplicated(loop.nowMicros(), from, to, Bundle.messages(envelope));
    }
  }

  @Override
  public void arrive(int from, int to, Message envelope) {
    if (workers.areThere()) {
      workers.take(to, Bundle.work(envelope), () -> arriveNow(from, to, envelope));
    } else {
      arriveNow(from, to, envelope);
    }
  }

  private void arriveNow(int from, int to, Message envelope) {
    if (health.isDisturbed()) {
      health.arrive(to, () -> receive(from, to, envelope), () -> drop(from, to, envelope));
    } else {
      receive(from, to, envelope);
    }
  }

  private void receive(int from, int to, Message envelope) {
    recorder.received(to);
    if (observed) {
      observers.received(loop.nowMicros(), from, to, Bundle.messages(envelope));
    }
    current.message(from, to);
    nodes.receive(to, from, envelope);
    wakeups.renew(to);
  }

  @Override
  public void arrive(int to, Runnable request) {
    if (workers.areThere()) {
      workers.take(to, 1, () -> arriveNow(to, request));
    } else {
      arriveNow(to, request);
    }
  }

  private void arriveNow(int to, Runnable request) {
    health.arrive(to, () -> clients.answer(request), () -> {});
  }

  private void aboutToFireTimers(int node) {
    current.timer(node);
    if (observed) {
      observers.woke(loop.nowMicros(), node);
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
  public void released(int node, long rumor) {
    recorder.released(loop.nowMicros(), node, rumor);
    if (observed) {
      observers.released(loop.nowMicros(), node, rumor);
    }
  }

  @Override
  public void recovered(int node, long rumor) {
    recorder.recovered(node, rumor);
    if (observed) {
      observers.recovered(loop.nowMicros(), node, rumor);
    }
  }

  @Override
  public void written(int node) {
    disks.written(node);
  }

  @Override
  public void forgone(int node, long rumor) {
    observers.gone(loop.nowMicros(), node, rumor);
  }

  @Override
  public void letGo(int node, long rumor, boolean expired) {
    observers.gone(loop.nowMicros(), node, rumor);
    if (!expired) {
      retention.letGo(node, rumor, isSteady(node), nodes::knows, this::isSteady, count);
    }
  }

  /** Whether a node has been there without a break. */
  private boolean isSteady(int node) {
    return !health.isDown(node) && lives.isFirst(node);
  }

  @Override
  public void judged(int node, int peer, Verdict verdict) {
    detection.judged(loop.nowMicros(), node, peer, verdict);
    if (observed) {
      observers.judged(loop.nowMicros(), node, peer, verdict);
    }
  }

  @Override
  public void relinked(int node) {
    if (observed) {
      observers.relinked(loop.nowMicros(), node);
    }
  }

  @Override
  public void withheld(int from, int to) {
    recorder.withheld();
  }

  /** Cuts these links and no others. */
  void cut(@Nullable Cut all) {
    intake.cut(all);
  }

  /** Lets a node say good-bye. */
  void sayGoodBye(int node) {
    nodes.leave(node);
    disks.flush(node);
  }

  /** Ends a node's life. */
  void end(int node) {
    nodes.kill(node);
    disks.died(node);
    recorder.died(node);
    detection.died(loop.nowMicros(), node);
    observers.died(loop.nowMicros(), node);
  }

  /** A node that had died is back. */
  void comeBack(int node) {
    recorder.cameBack(node);
    detection.cameBack(node);
    observers.cameBack(loop.nowMicros(), node);
  }

  /** A node is not there, and has kept its state. */
  void disappear(int node) {
    detection.died(loop.nowMicros(), node);
    truth.tellDeaths(List.of(node));
  }

  /** It is there again. */
  void reappear(int node) {
    detection.cameBack(node);
    truth.tellBirth(node);
    wakeups.reset(node);
    disks.release(node);
  }

  /** Who is told of deaths and births. */
  Truth truth() {
    return truth;
  }

  int size() {
    return count;
  }

  /** Whether a peer has begun a life of which a node has not heard. */
  boolean isOutdated(int node, int peer) {
    return !lives.isFirst(peer)
        && Lives.isOutdated(nodes.membership(node), peer, nodes.membership(peer));
  }

  /** What there is to know of it from outside. */
  Survey survey() {
    return new Survey(count, nodes, health, clients, detection, retention);
  }
}
