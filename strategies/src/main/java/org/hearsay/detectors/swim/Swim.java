package org.hearsay.detectors.swim;

import java.util.concurrent.TimeUnit;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorNode;
import org.hearsay.api.membership.Sightings;
import org.hearsay.detectors.swim.SwimMessage.Ack;
import org.hearsay.detectors.swim.SwimMessage.Nack;
import org.hearsay.detectors.swim.SwimMessage.Ping;
import org.hearsay.detectors.swim.SwimMessage.PingRequest;
import org.hearsay.detectors.swim.SwimMessage.Updates;
import org.jspecify.annotations.Nullable;

/**
 * A node that probes one other member after the other, lets others try whom it does not reach, and
 * spreads what it finds with whatever it sends: SWIM.
 *
 * <p>In each period it pings the next member in a random order. Without an acknowledgement in time
 * it asks some others to ping the same one; if nobody gets an answer in time either, the member is
 * suspect, and dead if it has not refuted that after some periods more ({@link Members}). So the
 * load of a node does not depend on how many there are, nor does the time until somebody finds a
 * death: {@code e / (e - 1)} periods on average until it is probed, counted in whole ones.
 *
 * <p>The paper is Das, Gupta and Motivala (2002). Ours deviates in what HashiCorp's memberlist does
 * as well: suspicions last for a multiple of log10(n) periods, and whoever is dead can come back by
 * refuting it; so one dead member is pinged each period, too. News join every envelope, those of
 * the strategy included, and a ping waits for one to its target for a moment.
 *
 * <p><b>Lifeguard</b> (Dadgar, Phillips and Currey 2018) adds three options: {@link LocalHealth},
 * suspicions that shrink ({@link Suspicion}), and that a suspect is told at once.
 *
 * <p><b>Cost:</b> a ping and its acknowledgement a node and period; {@code 4 helpers} messages more
 * for each that is not answered, and a ping a period while somebody is dead.
 */
final class Swim implements Detector<SwimMessage> {
  private static final int PERIOD = 0;
  private static final int RIDE = 1;
  private static final int TIMEOUT = 2;
  private static final int NACK = 3;
  private static final int CONCLUDE = 4;

  private static final long NEVER = Long.MAX_VALUE;

  private final SwimConfig config;
  private final long periodMicros;
  private final long timeoutMicros;
  private final long rideMicros;
  private final LocalHealth health;
  private final Members members;
  private final ProbeOrder order = new ProbeOrder();
  private final Relays relays = new Relays();
  private @Nullable Probe probe;
  private long numbers;

  Swim(SwimConfig config) {
    this.config = config;
    periodMicros = TimeUnit.MICROSECONDS.convert(config.period());
    timeoutMicros = TimeUnit.MICROSECONDS.convert(config.timeout());
    rideMicros = TimeUnit.MICROSECONDS.convert(config.ride());
    health = new LocalHealth(config.localHealth());
    members = new Members(config, health);
  }

  @Override
  public void onStart(DetectorNode<SwimMessage> node) {
    members.start(node);
    node.schedule(PERIOD, node.random().nextLong(periodMicros));
  }

  @Override
  public void onTimer(DetectorNode<SwimMessage> node, int timer) {
    switch (timer) {
      case PERIOD -> turn(node);
      case RIDE -> pingTarget(node);
      case TIMEOUT -> timeOut(node);
      case NACK -> nack(node);
      case CONCLUDE -> {
        members.conclude(node);
        concludeInTime(node);
      }
      default -> throw new IllegalArgumentException("Unknown timer: " + timer);
    }
  }

  /** Ends a period and begins the next. */
  private void turn(DetectorNode<SwimMessage> node) {
    endProbe(node);
    beginProbe(node);
    pingADeadOne(node);
    node.schedule(PERIOD, health.stretch(periodMicros));
  }

  private void endProbe(DetectorNode<SwimMessage> node) {
    Probe ended = probe;
    probe = null;
    if (ended == null) {
      return;
    }
    if (ended.isAcknowledged()) {
      health.improve();
    } else if (node.group().contains(ended.target())) {
      health.worsen(ended.nacksDue() > 0 ? ended.nacksDue() : 1);
      members.failed(node, ended.target());
      concludeInTime(node);
    }
  }

  private void beginProbe(DetectorNode<SwimMessage> node) {
    Peers group = node.group();
    for (int i = 0; i < group.size(); i++) {
      int target = group.get(order.next(group.size(), node.random()));
      if (!members.isDead(target) && !node.isDown(target)) {
        probe = new Probe(target, ++numbers);
        if (rideMicros > 0) {
          node.schedule(RIDE, rideMicros);
        } else {
          pingTarget(node);
        }
        return;
      }
    }
  }

  private void pingTarget(DetectorNode<SwimMessage> node) {
    Probe current = probe;
    if (current != null && !current.isSent()) {
      current.setSent();
      node.cancel(RIDE);
      node.send(current.target(), new Ping(current.number()));
      node.schedule(TIMEOUT, health.stretch(timeoutMicros));
    }
  }

  private void timeOut(DetectorNode<SwimMessage> node) {
    Probe current = probe;
    if (current == null || !current.isSent() || current.isAcknowledged()) {
      return;
    }
    if (current.hasAskedOthers()) {
      endProbe(node);
    } else {
      askOthers(node, current);
      node.schedule(TIMEOUT, health.stretch(timeoutMicros));
    }
  }

  private void askOthers(DetectorNode<SwimMessage> node, Probe current) {
    Sightings target =
        Sightings.builder()
            .add(current.target(), node.incarnation(current.target()), current.number())
            .build();
    int asked = 0;
    for (int helper : node.group().sample(config.helpers() + 1, node.random())) {
      if (helper != current.target() && asked < config.helpers() && !node.isDown(helper)) {
        node.send(helper, new PingRequest(target));
        asked++;
      }
    }
    current.askedOthers(config.localHealth() ? asked : 0);
  }

  /** Whoever is dead may be back, and not know that it was. */
  private void pingADeadOne(DetectorNode<SwimMessage> node) {
    int dead = members.anyDead(node.random());
    if (dead != NewsBuffer.NOBODY) {
      node.send(dead, new Ping(++numbers));
    }
  }

  @Override
  public void onMessage(DetectorNode<SwimMessage> node, int from, SwimMessage message) {
    if (message instanceof Ping ping) {
      node.send(from, new Ack(ping.number()));
    } else if (message instanceof Ack ack) {
      onAck(node, ack.number());
    } else if (message instanceof PingRequest request) {
      pingFor(node, from, request.target());
    } else if (message instanceof Nack nack) {
      if (probe != null && probe.number() == nack.number()) {
        probe.nacked();
      }
    } else if (message instanceof Updates updates) {
      members.hear(node, updates.news());
      concludeInTime(node);
    }
  }

  private void onAck(DetectorNode<SwimMessage> node, long number) {
    Probe current = probe;
    if (current != null && current.number() == number) {
      current.acknowledge();
    }
    Relays.Relay relay = relays.take(number);
    if (relay != null) {
      node.send(relay.asker(), new Ack(relay.request()));
    }
  }

  private void pingFor(DetectorNode<SwimMessage> node, int asker, Sightings target) {
    for (int i = 0; i < target.size(); i++) {
      if (target.node(i) != node.id()) {
        boolean first = relays.nextMicros() == NEVER;
        long nackMicros = node.nowMicros() + timeoutMicros * 4 / 5;
        relays.add(++numbers, new Relays.Relay(asker, target.note(i), nackMicros));
        node.send(target.node(i), new Ping(numbers));
        if (first) {
          node.schedule(NACK, nackMicros - node.nowMicros());
        }
      }
    }
  }

  private void nack(DetectorNode<SwimMessage> node) {
    for (Relays.Relay relay : relays.takeOverdue(node.nowMicros())) {
      if (config.localHealth()) {
        node.send(relay.asker(), new Nack(relay.request()));
      }
    }
    if (relays.nextMicros() != NEVER) {
      node.schedule(NACK, Math.max(0, relays.nextMicros() - node.nowMicros()));
    }
  }

  @Override
  public void onHeard(DetectorNode<SwimMessage> node, int peer) {
    Probe current = probe;
    if (current != null && current.target() == peer && current.isSent()) {
      current.acknowledge();
    }
    members.heard(node, peer);
  }

  @Override
  public void onDeparture(DetectorNode<SwimMessage> node, int peer) {
    Probe current = probe;
    if (current != null && current.target() == peer) {
      pingTarget(node);
    }
    Sightings news = members.newsFor(node, peer);
    if (!news.isEmpty()) {
      node.send(peer, new Updates(news));
    }
  }

  @Override
  public void onRestart(DetectorNode<SwimMessage> node, int peer) {
    members.restarted(node, peer);
    concludeInTime(node);
  }

  @Override
  public void onWatchChanged(DetectorNode<SwimMessage> node) {
    members.groupChanged(node);
    concludeInTime(node);
  }

  private void concludeInTime(DetectorNode<SwimMessage> node) {
    long next = members.nextConclusionMicros();
    if (next == NEVER) {
      node.cancel(CONCLUDE);
    } else {
      node.schedule(CONCLUDE, Math.max(0, next - node.nowMicros()));
    }
  }
}
