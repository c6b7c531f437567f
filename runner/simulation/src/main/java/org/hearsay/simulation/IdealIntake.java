package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.scenario.fault.Cut;
import org.hearsay.scenario.weather.Weather;
import org.jspecify.annotations.Nullable;

/** Nodes that take in each thing when it is due, or a little later. */
final class IdealIntake implements Intake, EventLoop.Readahead {
  private final EventLoop loop;
  private final Weather weather;
  private final Slack slack;
  private final Receiver receiver;
  private final UnderWay underWay;

  /** Marks the arrival of an envelope's last copy. */
  private final long lastCopy;

  private final int[] upcomingSenders = new int[MOST];
  private final long[] upcomingRumors = new long[MOST];
  private long[] arrivals = new long[16];
  private long[] numbers = new long[16];
  private int[] receivers = new int[16];
  private @Nullable Cut cut;

  IdealIntake(EventLoop loop, Weather weather, Slack slack, Receiver receiver) {
    this.loop = loop;
    this.weather = weather;
    this.slack = slack;
    this.receiver = receiver;
    this.underWay = new UnderWay(loop.nodeBits(), loop.numberBits() - 1);
    this.lastCopy = 1L << (loop.numberBits() - 1);
  }

  @Override
  public void bring(int from, Message envelope, int[] peers, int start, int end) {
    makeRoom(end - start);
    long number = underWay.add(from, envelope);
    long now = loop.nowMicros();
    int count = 0;
    int last = 0;
    for (int i = start; i < end; i++) {
      long draw = weather.draw(from, peers[i], now);
      if (weather.loses(draw)) {
        receiver.drop(from, peers[i], envelope);
      } else {
        long arrival = now + weather.latencyMicros(from, peers[i], draw) + Slack.micros(draw);
        arrivals[count] = arrival;
        numbers[count] = number;
        receivers[count] = peers[i];
        last = arrival >= arrivals[last] ? count : last;
        count++;
      }
    }
    if (count == 0) {
      underWay.remove(number);
    } else {
      numbers[last] |= lastCopy;
      loop.arriveAt(arrivals, receivers, numbers, count);
    }
  }

  private void makeRoom(int count) {
    if (count > arrivals.length) {
      arrivals = new long[2 * count];
      numbers = new long[2 * count];
      receivers = new int[2 * count];
    }
  }

  @Override
  public void bringCopy(int from, int to, Message envelope, long delayMicros, long draw) {
    long arrival = loop.nowMicros() + delayMicros + Slack.micros(draw);
    loop.arriveAt(arrival, to, underWay.add(from, envelope) | lastCopy);
  }

  @Override
  public void arrive(int node, long marked) {
    long number = marked & (lastCopy - 1);
    int from = underWay.from(number);
    Message envelope = underWay.envelope(number);
    if (marked >= lastCopy) {
      underWay.remove(number);
    }
    if (cut != null && cut.cuts(from, node)) {
      receiver.drop(from, node, envelope);
    } else {
      receiver.arrive(from, node, envelope);
    }
  }

  @Override
  public void read(int[] nodes, long[] numbers, int count) {
    underWay.readAhead(numbers, lastCopy - 1, upcomingSenders, upcomingRumors, count);
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
