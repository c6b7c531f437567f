package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.fault.Cut;
import org.hearsay.scenario.network.Network;
import org.hearsay.scenario.weather.Weather;
import org.jspecify.annotations.Nullable;

/** Nodes behind Maelstrom's readers, which hand over one thing after the other. */
final class ReaderIntake implements Intake {
  private final EventLoop loop;
  private final Weather weather;
  private final Slack slack;
  private final Receiver receiver;
  private final Network network;
  private final long[] lastReadMicros;

  ReaderIntake(EventLoop loop, Weather weather, Slack slack, Receiver receiver, int nodeCount) {
    this.loop = loop;
    this.weather = weather;
    this.slack = slack;
    this.receiver = receiver;
    this.network = new Network(loop, Settings.Network.Model.MAELSTROM, nodeCount);
    this.lastReadMicros = new long[nodeCount];
  }

  @Override
  public void bring(int from, Message envelope, int[] peers, int start, int end) {
    for (int i = start; i < end; i++) {
      int to = peers[i];
      long draw = weather.draw(from, to, loop.nowMicros());
      if (weather.loses(draw)) {
        receiver.drop(from, to, envelope);
      } else {
        bringCopy(from, to, envelope, weather.latencyMicros(from, to, draw), draw);
      }
    }
  }

  /** As the interface says; how late the node reacts is decided when its reader is done. */
  @Override
  public void bringCopy(int from, int to, Message envelope, long delayMicros, long draw) {
    network.bring(
        from,
        to,
        delayMicros,
        () -> soon(to, () -> receiver.arrive(from, to, envelope)),
        () -> receiver.drop(from, to, envelope));
  }

  @Override
  public void bringRequest(int to, Runnable request) {
    network.bringRequest(to, () -> soon(to, () -> receiver.arrive(to, request)));
  }

  /** Does something as soon as the node gets round to it, in the order of these calls. */
  private void soon(int node, Runnable action) {
    long micros = Math.max(lastReadMicros[node], loop.nowMicros() + slack.nextMicros(node));
    lastReadMicros[node] = micros;
    loop.at(micros, action);
  }

  @Override
  public void arrive(int node, long number) {
    throw new IllegalStateException("Readers hand over what arrives");
  }

  @Override
  public void cut(@Nullable Cut next) {
    network.cut(next);
  }
}
