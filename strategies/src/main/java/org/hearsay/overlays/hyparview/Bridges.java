package org.hearsay.overlays.hyparview;

import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.OverlayNode;
import org.jspecify.annotations.Nullable;

/** A HyParView within another overlay, which hears of its choices instead of the node. */
final class Bridges {
  private final HyParView views;
  private final Inside inside = new Inside();
  private Peers neighbors = Peers.of();
  private Peers known = Peers.of();
  private long changes;

  Bridges(HyParViewConfig config) {
    views = new HyParView(config);
  }

  /** Runs a callback of it. */
  void within(
      OverlayNode<LatencyAwareMessage> node,
      BiConsumer<HyParView, OverlayNode<HyParViewMessage>> callback) {
    inside.outside = node;
    callback.accept(views, inside);
    inside.outside = null;
  }

  /** Its neighbors. */
  Peers neighbors() {
    return neighbors;
  }

  /** Those it knows of, its neighbors included. */
  Peers known() {
    return known;
  }

  /** How often it may have chosen otherwise. */
  long changes() {
    return changes;
  }

  /** The node as it sees it. */
  private final class Inside implements OverlayNode<HyParViewMessage> {
    private @Nullable OverlayNode<LatencyAwareMessage> outside;

    private OverlayNode<LatencyAwareMessage> outside() {
      OverlayNode<LatencyAwareMessage> node = outside;
      if (node == null) {
        throw new IllegalStateException("A node is valid only during a callback");
      }
      return node;
    }

    @Override
    public void linkTo(Peers chosen) {
      neighbors = chosen;
      changes++;
    }

    @Override
    public void know(Peers members) {
      known = members;
      changes++;
    }

    @Override
    public Peers links() {
      return neighbors;
    }

    @Override
    public int id() {
      return outside().id();
    }

    @Override
    public void send(int peer, HyParViewMessage message) {
      outside().send(peer, message);
    }

    @Override
    public void schedule(int timer, long delayMicros) {
      outside().schedule(timer, delayMicros);
    }

    @Override
    public void cancel(int timer) {
      outside().cancel(timer);
    }

    @Override
    public long nowMicros() {
      return outside().nowMicros();
    }

    @Override
    public RandomGenerator random() {
      return outside().random();
    }

    @Override
    public Peers others() {
      return outside().others();
    }

    @Override
    public Peers contacts() {
      return outside().contacts();
    }

    @Override
    public Peers topology() {
      return outside().topology();
    }

    @Override
    public long incarnation() {
      return outside().incarnation();
    }

    @Override
    public long incarnation(int peer) {
      return outside().incarnation(peer);
    }

    @Override
    public boolean isDown(int peer) {
      return outside().isDown(peer);
    }

    @Override
    public void hear(int peer, long incarnation) {
      outside().hear(peer, incarnation);
    }
  }
}
