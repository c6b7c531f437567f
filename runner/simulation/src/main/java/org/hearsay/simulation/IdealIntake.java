package org.hearsay.simulation;

import org.hearsay.api.Message;
import org.hearsay.scenario.fault.Cut;
import org.hearsay.scenario.weather.Weather;
import org.jspecify.annotations.Nullable;

/** Nodes that take in each thing when it is due, or a little later. */
final class IdealIntake implements Intake, EventLoop.Readahead {
  private static final long NEVER = -1;

  /** Marks the arrival of an envelope's last copy. */
  private static final int LAST = UnderWay.MOST;

  private final EventLoop loop;
  private final Weather weather;
  private final Slack slack;
  private final Receiver receiver;
  private final UnderWay underWay = new UnderWay();
  private final Message[] upcoming = new Message[MOST];
  private long[] arrivals = new long[16];
  private @Nullable Cut cut;

  IdealIntake(EventLoop loop, Weather weather, Slack slack, Receiver receiver) {
    this.loop = loop;
    this.weather = weather;
    this.slack = slack;
    this.receiver = receiver;
  }

  @Override
  public void bring(int from, Message envelope, int[] peers, int start, int end) {
    int last = decideArrivals(from, envelope, peers, start, end);
    if (last >= 0) {
      int number = underWay.add(from, envelope);
      for (int i = start; i < end; i++) {
        if (arrivals[i - start] != NEVER) {
          loop.arriveAt(arrivals[i - start], peers[i], i == last ? number | LAST : number);
        }
      }
    }
  }

  /** When each copy arrives; returns the index of the peer whose copy is the last, or -1. */
  private int decideArrivals(int from, Message envelope, int[] peers, int start, int end) {
    if (end - start > arrivals.length) {
      arrivals = new long[2 * (end - start)];
    }
    long now = loop.nowMicros();
    long latest = NEVER;
    int last = -1;
    for (int i = start; i < end; i++) {
      long draw = weather.draw(from, peers[i], now);
      long arrival = NEVER;
      if (weather.loses(draw)) {
        receiver.drop(from, peers[i], envelope);
      } else {
        arrival = now + weather.latencyMicros(from, peers[i], draw) + Slack.micros(draw);
        last = arrival >= latest ? i : last;
        latest = Math.max(arrival, latest);
      }
      arrivals[i - start] = arrival;
    }
    return last;
  }

  @Override
  public void bringCopy(int from, int to, Message envelope, long delayMicros, long draw) {
    long arrival = loop.nowMicros() + delayMicros + Slack.micros(draw);
    loop.arriveAt(arrival, to, underWay.add(from, envelope) | LAST);
  }

  @Override
  public void arrive(int node, int number) {
    int slot = number & (LAST - 1);
    int from = underWay.sender(slot);
    Message envelope = underWay.envelope(slot);
    if (number >= LAST) {
      underWay.remove(slot);
    }
    if (cut != null && cut.cuts(from, node)) {
      receiver.drop(from, node, envelope);
    } else {
      receiver.arrive(from, node, envelope);
    }
  }

  @Override
  public void read(int[] nodes, int[] numbers, int count) {
    int read = underWay.readAhead(numbers, LAST - 1, upcoming, count);
    receiver.readAhead(nodes, upcoming, count, read);
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
