package org.hearsay.strategies.deltaack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.Strategy;
import org.hearsay.strategies.deltaack.DeltaAckMessage.Ack;
import org.hearsay.strategies.deltaack.DeltaAckMessage.Delta;

/**
 * A node that sends each neighbor what it is not known to have, in batches, until the neighbor
 * acknowledges it.
 *
 * <p>New rumors leave at once if the node has been silent for an interval, and otherwise when the
 * interval is over, together; acknowledgements wait as long for a delta to travel with. What is not
 * acknowledged in time is sent again from the first gap on (go back N), at doubling intervals.
 * Nothing is sent when everything is acknowledged, and nothing goes back where it came from.
 *
 * <p>The paper is Almeida et al. (2018), whose second algorithm sends deltas until acknowledged;
 * that a neighbor is not told what it told is Enes et al. (2019). We deviate in the numbers that
 * are acknowledged: theirs count a node's deltas, ours the rumors each link carries, so that a
 * rumor the neighbor needs not leaves no gap in them ({@link Link}).
 *
 * <p>Of a neighbor that is gone or down no more is kept than how far it has acknowledged; when it
 * is back, it is sent what is missing from there on. A restart without state is survived where
 * somebody tells lives apart: then the link begins anew, in both directions. Without an overlay or
 * a failure detector nobody does. The neighbors then believe that the node still has what it
 * acknowledged in its earlier life. They send what they have in flight again every {@code
 * maxTimeout}, for it is acknowledged in numbers they never used, and once that is a whole window,
 * nothing new goes there.
 *
 * <p><b>Cost:</b> a lone rumor takes at most {@code sum(degree) - (n - 1)} deltas and as many
 * acknowledgements, those that go the same way at the same time in one message; under load a link
 * carries at most one message per direction and interval besides retransmissions. A rumor waits
 * between nothing and an interval per hop.
 */
final class DeltaAck implements Strategy<DeltaAckMessage> {
  private static final int FLUSH = 0;
  private static final int FIRST_LINK = 1;

  private final long intervalMicros;
  private final long timeoutMicros;
  private final long maxTimeoutMicros;
  private final int window;
  private final List<Link> links = new ArrayList<>();
  private long nextFlushMicros;
  private boolean flushScheduled;

  DeltaAck(DeltaAckConfig config) {
    intervalMicros = TimeUnit.MICROSECONDS.convert(config.interval());
    timeoutMicros = TimeUnit.MICROSECONDS.convert(config.timeout());
    maxTimeoutMicros = TimeUnit.MICROSECONDS.convert(config.maxTimeout());
    window = config.window();
  }

  @Override
  public void onStart(Node<DeltaAckMessage> node) {
    nextFlushMicros = node.nowMicros();
    meetNeighbors(node);
  }

  @Override
  public void onNeighborsChanged(Node<DeltaAckMessage> node) {
    meetNeighbors(node);
    if (links.stream().anyMatch(link -> link.isNeighbor() && link.isBehind(node.log()))) {
      flushSoon(node);
    }
  }

  /** The peer has forgotten all numbers of the link, and all rumors. */
  @Override
  public void onRestart(Node<DeltaAckMessage> node, int peer) {
    Link known = linkTo(peer);
    node.cancel(known.timer());
    Link fresh = new Link(peer, known.timer(), timeoutMicros);
    fresh.setNeighbor(known.isNeighbor());
    links.set(known.timer() - FIRST_LINK, fresh);
    if (fresh.isNeighbor() && fresh.isBehind(node.log())) {
      flushSoon(node);
    }
  }

  /** A link that is gone is kept: numbers begun anew would be taken for old ones. */
  private void meetNeighbors(Node<DeltaAckMessage> node) {
    Peers neighbors = node.neighbors();
    for (int i = 0; i < neighbors.size(); i++) {
      linkTo(neighbors.get(i));
    }
    for (Link link : links) {
      boolean present = neighbors.contains(link.peer());
      if (link.isNeighbor() != present) {
        link.setNeighbor(present);
        if (!present) {
          link.rest(node.log());
          link.setTimeoutMicros(timeoutMicros);
        }
        awaitAck(node, link);
      }
    }
  }

  @Override
  public void onBroadcast(Node<DeltaAckMessage> node, long rumor) {
    flushSoon(node);
  }

  @Override
  public void onMessage(Node<DeltaAckMessage> node, int from, DeltaAckMessage message) {
    Link link = linkTo(from);
    if (message instanceof Delta delta) {
      onDelta(node, link, delta);
    } else if (message instanceof Ack ack && link.onAck(ack)) {
      onProgress(node, link);
    }
  }

  private void onDelta(Node<DeltaAckMessage> node, Link link, Delta delta) {
    boolean fresh = !node.deliver(delta.rumors()).isEmpty();
    link.onDelta(delta, node.log());
    if (fresh) {
      flushSoon(node);
    } else if (!flushScheduled) {
      scheduleFlush(node, intervalMicros);
    }
  }

  private void onProgress(Node<DeltaAckMessage> node, Link link) {
    link.setTimeoutMicros(timeoutMicros);
    awaitAck(node, link);
    if (link.isBehind(node.log())) {
      flushSoon(node);
    }
  }

  @Override
  public void onTimer(Node<DeltaAckMessage> node, int timer) {
    if (timer == FLUSH) {
      flush(node);
    } else {
      retransmit(node, links.get(timer - FIRST_LINK));
    }
  }

  private void flushSoon(Node<DeltaAckMessage> node) {
    long waitMicros = nextFlushMicros - node.nowMicros();
    if (waitMicros <= 0) {
      flush(node);
    } else {
      scheduleFlush(node, waitMicros);
    }
  }

  private void scheduleFlush(Node<DeltaAckMessage> node, long delayMicros) {
    flushScheduled = true;
    node.schedule(FLUSH, delayMicros);
  }

  private void flush(Node<DeltaAckMessage> node) {
    flushScheduled = false;
    node.cancel(FLUSH);
    nextFlushMicros = node.nowMicros() + intervalMicros;
    for (Link link : links) {
      if (link.isNeighbor()) {
        sendDelta(node, link);
      }
      if (link.isAckDue()) {
        node.send(link.peer(), link.takeAck());
      }
    }
  }

  private void sendDelta(Node<DeltaAckMessage> node, Link link) {
    boolean wasInFlight = link.isInFlight();
    Delta delta = link.advance(node.log(), window);
    if (delta == null) {
      return;
    }
    node.send(link.peer(), delta);
    if (!wasInFlight) {
      awaitAck(node, link);
    }
  }

  private void retransmit(Node<DeltaAckMessage> node, Link link) {
    if (link.isOfThePast(node.log())) {
      link.rest(node.log());
      onProgress(node, link);
      return;
    }
    node.send(link.peer(), link.again());
    link.setTimeoutMicros(Math.min(2 * link.timeoutMicros(), maxTimeoutMicros));
    awaitAck(node, link);
  }

  /**
   * Sets a link's timer if there is something to wait for. Up to a quarter is added to the timeout,
   * so that neighbors cut off together do not come back together.
   */
  private void awaitAck(Node<DeltaAckMessage> node, Link link) {
    if (link.isNeighbor() && link.isInFlight()) {
      long jitterMicros = (long) (link.timeoutMicros() / 4.0 * node.random().nextDouble());
      node.schedule(link.timer(), link.timeoutMicros() + jitterMicros);
    } else {
      node.cancel(link.timer());
    }
  }

  private Link linkTo(int peer) {
    for (Link link : links) {
      if (link.peer() == peer) {
        return link;
      }
    }
    Link link = new Link(peer, FIRST_LINK + links.size(), timeoutMicros);
    links.add(link);
    return link;
  }
}
