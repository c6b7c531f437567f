package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.scenario.fault.Cut;
import org.hearsay.scenario.weather.Weather;
import org.jspecify.annotations.Nullable;

/** Nodes that take in each thing when it is due, or a little later. */
final class IdealIntake implements Intake, EventLoop.Readahead {
  private static final long LOST = -1;

  private final EventLoop loop;
  private final Weather weather;
  private final Slack slack;
  private final Receiver receiver;
  private final UnderWay underWay;

  private final int[] upcomingSenders = new int[MOST];
  private final long[] upcomingRumors = new long[MOST];

  /** When each copy of the envelope that leaves now arrives. */
  private long[] arrivals = new long[16];

  private @Nullable Cut cut;

  IdealIntake(EventLoop loop, Weather weather, Slack slack, Receiver receiver) {
    this.loop = loop;
    this.weather = weather;
    this.slack = slack;
    this.receiver = receiver;
    this.underWay = new UnderWay(loop.nodeBits(), loop.numberBits());
  }

  @Override
  public void bring(int from, Message envelope, int[] peers, int start, int end) {
    decide(from, peers, start, end);
    long number = underWay.add(from, envelope, end - start);
    for (int i = start; i < end; i++) {
      if (arrivals[i] == LOST) {
        underWay.remove(number);
        receiver.drop(from, peers[i], envelope);
      } else {
        loop.arriveAt(arrivals[i], peers[i], number);
      }
    }
  }

  /** Works out when each copy arrives, in a loop of its own, which is quicker for it. */
  private void decide(int from, int[] peers, int start, int end) {
    if (end > arrivals.length) {
      arrivals = new long[2 * end];
    }
    long now = loop.nowMicros();
    for (int i = start; i < end; i++) {
      long draw = weather.draw(from, peers[i], now);
      long arrival = now + weather.latencyMicros(from, peers[i], draw) + Slack.micros(draw);
      arrivals[i] = weather.loses(draw) ? LOST : arrival;
    }
  }

  @Override
  public void bringCopy(int from, int to, Message envelope, long delayMicros, long draw) {
    long arrival = loop.nowMicros() + delayMicros + Slack.micros(draw);
    loop.arriveAt(arrival, to, underWay.add(from, envelope, 1));
  }

  @Override
  public void arrive(int node, long number) {
    int from = underWay.from(number);
    Message envelope = underWay.envelope(number);
    underWay.remove(number);
    if (cut != null && cut.cuts(from, node)) {
      receiver.drop(from, node, envelope);
    } else {
      receiver.arrive(from, node, envelope);
    }
  }

  @Override
  public void read(int[] nodes, long[] numbers, int count) {
    underWay.readAhead(numbers, upcomingSenders, upcomingRumors, count);
    receiver.readAhead(nodes, upcomingSenders, upcomingRumors, count);
  }

  @Override
  public void bringRequest(int to, Runnable request) {
    loop.at(loop.nowMicros() + slack.nextMicros(to), () -> receiver.arrive(to, request));
  }

  @Override
  public void cut(@Nullable Cut next) {
    cut = next;
  }
}
