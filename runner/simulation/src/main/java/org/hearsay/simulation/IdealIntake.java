package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.scenario.fault.Partition;
import org.hearsay.scenario.weather.Weather;
import org.hearsay.simulation.nodes.Envelope;
import org.hearsay.simulation.time.Slots;
import org.jspecify.annotations.Nullable;

/** Nodes that take in each thing when it is due, or a little later. */
final class IdealIntake<M extends Message> implements Intake<M> {
  private final EventLoop loop;
  private final Weather weather;
  private final Slack slack;
  private final Receiver<M> receiver;
  private final Slots<Envelope<M>> underWay = new Slots<>();
  private @Nullable Partition partition;

  IdealIntake(EventLoop loop, Weather weather, Slack slack, Receiver<M> receiver) {
    this.loop = loop;
    this.weather = weather;
    this.slack = slack;
    this.receiver = receiver;
  }

  @Override
  public void bring(Envelope<M> envelope, int[] peers, int start, int end) {
    long now = loop.nowMicros();
    int slot = underWay.put(envelope);
    int copies = 0;
    for (int i = start; i < end; i++) {
      long draw = weather.draw(envelope.from(), peers[i], now);
      if (weather.loses(draw)) {
        receiver.drop(peers[i], envelope);
      } else {
        copies++;
        loop.arriveAt(now + weather.latencyMicros(draw) + Slack.micros(draw), peers[i], slot);
      }
    }
    envelope.depart(copies);
    if (copies == 0) {
      underWay.take(slot);
    }
  }

  @Override
  public void arrive(int node, int slot) {
    Envelope<M> envelope = underWay.get(slot);
    if (envelope.arrive()) {
      underWay.take(slot);
    }
    if (partition != null && partition.cuts(envelope.from(), node)) {
      receiver.drop(node, envelope);
    } else {
      receiver.arrive(node, envelope);
    }
  }

  @Override
  public void bringRequest(int to, Runnable request) {
    loop.at(loop.nowMicros() + slack.nextMicros(to), () -> receiver.arrive(to, request));
  }

  @Override
  public void partition(@Nullable Partition next) {
    partition = next;
  }
}
