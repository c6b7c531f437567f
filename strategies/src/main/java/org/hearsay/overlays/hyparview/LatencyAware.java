package org.hearsay.overlays.hyparview;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.overlays.hyparview.LatencyAwareMessage.BeNear;
import org.hearsay.overlays.hyparview.LatencyAwareMessage.BeNearReply;
import org.hearsay.overlays.hyparview.LatencyAwareMessage.Measure;
import org.hearsay.overlays.hyparview.LatencyAwareMessage.Measured;
import org.hearsay.overlays.hyparview.LatencyAwareMessage.Part;

/**
 * A node with some neighbors that are near, and some that are anywhere.
 *
 * <p>The latter are a {@link HyParView}: random, mutual, repaired, they keep regions together. Of
 * the nodes that this one knows of, the node measures a few in each round, and asks those that are
 * nearer than its farthest near neighbor to be one instead; they agree if the same is true for
 * them. Both ends go by the same time, so that no chain of exchanges comes back to where it began,
 * and the rounds, which come often while they change something, can be far apart afterwards.
 *
 * <p>X-BOT (Leitão et al. 2012) has the same aim, and improves HyParView's own neighbors but for
 * some, in exchanges among four nodes that leave nobody with a neighbor less. With near neighbors
 * of their own, two nodes agree by themselves, and the random ones stay what HyParView's analysis
 * is about.
 *
 * <p><b>Cost:</b> HyParView's; and a round costs {@code 2 candidates + 2} messages, and up to three
 * times that while it finds some.
 */
final class LatencyAware implements Overlay<LatencyAwareMessage> {
  /** HyParView's are below. */
  private static final int ROUND = 8;

  private static final long SOON_MICROS = 2_000_000;

  private final LatencyAwareConfig config;
  private final long measureMicros;
  private final Bridges bridges;
  private final NearView near;
  private final RoundTrips trips = new RoundTrips();
  private long waitMicros = SOON_MICROS;
  private long changesBefore;

  /** How often the views had changed when others were told who is in them. */
  private long published;

  LatencyAware(LatencyAwareConfig config) {
    this.config = config;
    measureMicros = TimeUnit.MICROSECONDS.convert(config.measure());
    bridges = new Bridges(config.views());
    near = new NearView(config.near());
  }

  @Override
  public void onStart(OverlayNode<LatencyAwareMessage> node) {
    bridges.within(node, HyParView::onStart);
    node.schedule(ROUND, node.random().nextLong(SOON_MICROS));
    publish(node);
  }

  @Override
  public void onMessage(
      OverlayNode<LatencyAwareMessage> node, int from, LatencyAwareMessage message) {
    near.answered(from);
    if (message instanceof HyParViewMessage inner) {
      bridges.within(node, (views, inside) -> views.onMessage(inside, from, inner));
    } else if (message instanceof Measure question) {
      node.send(from, new Measured(question.number(), near.contains(from)));
    } else if (message instanceof Measured answer) {
      onMeasured(node, from, answer);
    } else if (message instanceof BeNear request) {
      boolean agreed = near.contains(from) || near.wants(request.tripMicros());
      if (agreed) {
        admit(node, from, request.tripMicros());
      }
      node.send(from, new BeNearReply(agreed));
    } else if (message instanceof BeNearReply reply) {
      onReply(node, from, reply.agreed());
    } else if (message instanceof Part) {
      lose(node, from);
    }
    publish(node);
  }

  private void onMeasured(OverlayNode<LatencyAwareMessage> node, int from, Measured answer) {
    if (near.contains(from)) {
      if (!answer.near()) {
        lose(node, from);
      }
    } else if (trips.answer(from, answer.number(), node.nowMicros())) {
      if (!near.wants(trips.leastMicros(from))) {
        return;
      }
      if (trips.isMeasured(from)) {
        node.send(from, new BeNear(trips.leastMicros(from)));
      } else {
        node.send(from, new Measure(trips.ask(from, node.nowMicros())));
      }
    }
  }

  private void onReply(OverlayNode<LatencyAwareMessage> node, int from, boolean agreed) {
    if (!agreed || near.contains(from)) {
      return;
    }
    if (trips.isMeasured(from) && near.wants(trips.leastMicros(from))) {
      admit(node, from, trips.leastMicros(from));
    } else {
      node.send(from, new Part());
    }
  }

  private void admit(OverlayNode<LatencyAwareMessage> node, int peer, long tripMicros) {
    if (!near.contains(peer)) {
      Integer gone = near.add(peer, tripMicros);
      if (gone != null) {
        node.send(gone, new Part());
      }
    }
  }

  private void lose(OverlayNode<LatencyAwareMessage> node, int peer) {
    if (near.contains(peer)) {
      near.remove(peer);
      waitMicros = SOON_MICROS;
      node.schedule(ROUND, SOON_MICROS);
    }
  }

  @Override
  public void onTimer(OverlayNode<LatencyAwareMessage> node, int timer) {
    if (timer == ROUND) {
      round(node);
    } else {
      bridges.within(node, (views, inside) -> views.onTimer(inside, timer));
    }
    publish(node);
  }

  private void round(OverlayNode<LatencyAwareMessage> node) {
    trips.begin();
    for (int peer : Peers.of(near.nodes()).sample(1, node.random())) {
      near.asked(peer);
      node.send(peer, new Measure(0));
    }
    int[] strangers =
        IntStream.range(0, bridges.known().size())
            .map(bridges.known()::get)
            .filter(peer -> !near.contains(peer) && !bridges.neighbors().contains(peer))
            .toArray();
    for (int peer : Peers.of(strangers).sample(config.candidates(), node.random())) {
      node.send(peer, new Measure(trips.ask(peer, node.nowMicros())));
    }
    if (waitMicros < measureMicros) {
      measureAContact(node);
    }
    boolean changed = near.changes() > changesBefore;
    changesBefore = near.changes();
    waitMicros =
        changed ? Math.max(waitMicros / 2, SOON_MICROS) : Math.min(2 * waitMicros, measureMicros);
    node.schedule(ROUND, waitMicros);
  }

  /** Nodes that have joined through different contacts may know nothing of each other otherwise. */
  private void measureAContact(OverlayNode<LatencyAwareMessage> node) {
    for (int contact : node.contacts().sample(1, node.random())) {
      if (!near.contains(contact) && !bridges.known().contains(contact)) {
        node.send(contact, new Measure(trips.ask(contact, node.nowMicros())));
      }
    }
  }

  @Override
  public void onDown(OverlayNode<LatencyAwareMessage> node, int peer) {
    lose(node, peer);
    bridges.within(node, (views, inside) -> views.onDown(inside, peer));
    publish(node);
  }

  @Override
  public void onUp(OverlayNode<LatencyAwareMessage> node, int peer) {
    bridges.within(node, (views, inside) -> views.onUp(inside, peer));
    publish(node);
  }

  @Override
  public void onLeave(OverlayNode<LatencyAwareMessage> node) {
    for (int peer : near.nodes()) {
      node.send(peer, new Part());
    }
    bridges.within(node, HyParView::onLeave);
  }

  /** Says who is in the views, if that has changed. */
  private void publish(OverlayNode<LatencyAwareMessage> node) {
    long changes = near.changes() + bridges.changes();
    if (changes == published) {
      return;
    }
    published = changes;
    node.linkTo(union(bridges.neighbors(), near.nodes()));
    node.know(union(bridges.known(), near.nodes()));
  }

  private static Peers union(Peers some, int[] others) {
    IntStream first = IntStream.range(0, some.size()).map(some::get);
    return Peers.of(IntStream.concat(first, IntStream.of(others)).toArray());
  }
}
