package org.hearsay.detectors.links;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorNode;
import org.hearsay.detectors.links.LinkMessage.Ping;
import org.hearsay.detectors.links.LinkMessage.Pong;

/**
 * A node that asks each peer it is linked to for a sign of life once an interval, and takes one for
 * dead that has been silent for too long.
 *
 * <p>Of two nodes that are linked both ways one asks, and the other learns as much from that. A
 * question joins an envelope that leaves for its peer in the second half of an interval. Whoever is
 * down is asked on.
 *
 * <p><b>Cost:</b> at most two messages a link and interval, those that travel with others not
 * counted.
 */
public final class LinkDetector implements Detector<LinkMessage> {
  private static final int CHECK = 0;
  private static final long NEVER = Long.MAX_VALUE;

  private final long intervalMicros;
  private final boolean anySignIsEnough;
  private final Supplier<ArrivalTimes> arrivalTimes;
  private final Map<Integer, Link> links = new LinkedHashMap<>();
  private long checkMicros = NEVER;

  /**
   * A detector.
   *
   * @param intervalMicros how often to ask
   * @param anySignIsEnough whether not to ask whom something came from, whatever that was; else
   *     signs of life come at even intervals
   * @param arrivalTimes says of a peer how long it may be silent
   */
  public LinkDetector(
      long intervalMicros, boolean anySignIsEnough, Supplier<ArrivalTimes> arrivalTimes) {
    this.intervalMicros = intervalMicros;
    this.anySignIsEnough = anySignIsEnough;
    this.arrivalTimes = arrivalTimes;
  }

  @Override
  public void onStart(DetectorNode<LinkMessage> node) {
    watch(node);
  }

  @Override
  public void onWatchChanged(DetectorNode<LinkMessage> node) {
    watch(node);
  }

  private void watch(DetectorNode<LinkMessage> node) {
    Peers watched = node.links();
    links.keySet().removeIf(peer -> !watched.contains(peer));
    for (int i = 0; i < watched.size(); i++) {
      int peer = watched.get(i);
      if (!links.containsKey(peer)) {
        long now = node.nowMicros();
        long firstPing = now + node.random().nextLong(intervalMicros);
        links.put(peer, new Link(peer, arrivalTimes.get(), now, firstPing));
      }
    }
    checkSoon(node);
  }

  @Override
  public void onHeard(DetectorNode<LinkMessage> node, int peer) {
    Link link = links.get(peer);
    if (link != null) {
      long now = node.nowMicros();
      if (now - link.heardMicros() > link.patienceMicros()) {
        link.back(now);
      }
      link.heard(now);
      if (anySignIsEnough) {
        link.pingAt(now + intervalMicros);
      }
    }
  }

  @Override
  public void onRestart(DetectorNode<LinkMessage> node, int peer) {
    Link link = links.get(peer);
    if (link != null) {
      link.back(node.nowMicros());
    }
  }

  @Override
  public void onMessage(DetectorNode<LinkMessage> node, int from, LinkMessage message) {
    if (message instanceof Ping) {
      node.send(from, new Pong());
    }
    Link link = links.get(from);
    if (link != null) {
      link.beat(node.nowMicros());
      if (message instanceof Ping) {
        link.pingAt(node.nowMicros() + intervalMicros);
      }
    }
  }

  @Override
  public void onDeparture(DetectorNode<LinkMessage> node, int peer) {
    Link link = links.get(peer);
    if (link != null && link.pingDueMicros() - node.nowMicros() < intervalMicros / 2) {
      ping(node, link);
    }
  }

  private void ping(DetectorNode<LinkMessage> node, Link link) {
    node.send(link.peer(), new Ping());
    link.pingAt(node.nowMicros() + intervalMicros);
  }

  @Override
  public void onTimer(DetectorNode<LinkMessage> node, int timer) {
    long now = node.nowMicros();
    checkMicros = NEVER;
    Iterator<Link> all = links.values().iterator();
    while (all.hasNext()) {
      Link link = all.next();
      if (!node.isDown(link.peer()) && now - link.heardMicros() >= link.patienceMicros()) {
        node.down(link.peer());
      }
      if (link.pingDueMicros() <= now) {
        ping(node, link);
      }
    }
    checkSoon(node);
  }

  /** Comes back when something is due for some link. */
  private void checkSoon(DetectorNode<LinkMessage> node) {
    long next = NEVER;
    for (Link link : links.values()) {
      next = Math.min(next, link.pingDueMicros());
      if (!node.isDown(link.peer())) {
        next = Math.min(next, link.heardMicros() + link.patienceMicros());
      }
    }
    if (next < checkMicros) {
      checkMicros = next;
      node.schedule(CHECK, Math.max(0, next - node.nowMicros()));
    }
  }
}
