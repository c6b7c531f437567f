package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.scenario.fault.Partition;
import org.hearsay.simulation.nodes.Envelope;
import org.hearsay.simulation.time.Slots;
import org.jspecify.annotations.Nullable;

/** Nodes that take in each thing when it is due, or a little later. */
final class IdealIntake<M extends Message> implements Intake<M> {
  private final EventLoop loop;
  private final Slack slack;
  private final Receiver<M> receiver;
  private final Slots<Envelope<M>> underWay = new Slots<>();
  private @Nullable Partition partition;

  IdealIntake(EventLoop loop, Slack slack, Receiver<M> receiver) {
    this.loop = loop;
    this.slack = slack;
    this.receiver = receiver;
  }

  @Override
  public void bring(int to, Envelope<M> envelope, long latencyMicros, long draw) {
    long micros = loop.nowMicros() + latencyMicros + Slack.micros(draw);
    loop.arriveAt(micros, to, envelope.depart(underWay));
  }

  @Override
  public void arrive(int node, int slot) {
    Envelope<M> envelope = underWay.get(slot);
    envelope.arrive(underWay);
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
