package org.hearsay.strategies.deadlinetree;

import java.util.concurrent.TimeUnit;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Answer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Down;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Offer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Up;

/** One tree as one of its nodes sees it: as its root, or as a node that hears from the root. */
final class Tree {
  /** How many timers a tree has. */
  static final int TIMERS = 5;

  private static final int UP = 0;
  private static final int COMPARE = 1;
  private static final int FLUSH = 2;
  private static final int ASK = 3;
  private static final int SETTLE = 4;
  private static final long COMPARE_MICROS = 1_500_000;
  private static final long QUIET_MICROS = 2_500_000;

  private final int number;
  private final int root;
  private final int self;
  private final int nodes;
  private final long latencyMicros;
  private final RoundTrip trip = new RoundTrip();
  private final Comparison comparison;
  private final Uplink uplink;
  private final Downlink downlink;

  Tree(int number, int root, int self, int nodes, DeadlineTreeConfig config) {
    this.number = number;
    this.root = root;
    this.self = self;
    this.nodes = nodes;
    this.latencyMicros = TimeUnit.MICROSECONDS.convert(config.latency());
    int timers = number * TIMERS;
    int partner = isRoot() ? (root + 1) % nodes : root;
    comparison = new Comparison(number, partner, timers + COMPARE, trip);
    uplink = new Uplink(number, root, timers + UP, latencyMicros, trip);
    downlink = new Downlink(number, timers + FLUSH, timers + ASK, config, latencyMicros);
  }

  private boolean isRoot() {
    return self == root;
  }

  void start(Node<DeadlineTreeMessage> node) {
    comparison.begin(node);
  }

  /** Whether the way through the root would take longer than rumors have. */
  boolean isTooSlow() {
    return latencyMicros < 2 * trip.linkMicros() + trip.linkMicros() / 5;
  }

  void compareSoon(Node<DeadlineTreeMessage> node) {
    comparison.beginWithin(node, COMPARE_MICROS + node.random().nextLong(COMPARE_MICROS / 8));
  }

  /** As the root: asks all to compare once there has been nothing new for a while. */
  void settleLater(Node<DeadlineTreeMessage> node) {
    if (isRoot()) {
      node.schedule(number * TIMERS + SETTLE, QUIET_MICROS);
    }
  }

  /** Takes a rumor that began here. */
  void add(Node<DeadlineTreeMessage> node, long rumor) {
    if (isRoot()) {
      downlink.add(node, rumor, latencyMicros);
    } else {
      uplink.add(node, rumor);
      comparison.refresh(node);
    }
  }

  /** Takes a rumor that a comparison has brought. */
  void learn(Node<DeadlineTreeMessage> node, int from, long rumor) {
    if (isRoot()) {
      downlink.add(node, rumor, 0);
    } else if (from != root) {
      uplink.addFound(node, rumor);
    }
  }

  /** Whether a rumor waits here for its time to leave, and needs no other way. */
  boolean holds(long rumor) {
    return uplink.holds(rumor);
  }

  void onUp(Node<DeadlineTreeMessage> node, int from, Up up, Rumors fresh) {
    if (!isRoot()) {
      return;
    }
    downlink.onUp(from, up);
    fresh.ids().stream()
        .forEach(rumor -> downlink.add(node, rumor, up.slackMicros() - up.linkMicros()));
    if (fresh.size() < up.rumors().size() && !downlink.isGathering()) {
      node.send(from, new Offer(number, node.log().digest()));
    }
  }

  void onDown(Node<DeadlineTreeMessage> node, Down down) {
    if (isRoot()) {
      return;
    }
    TreeShape shape = new TreeShape(nodes, root, Math.max(1, down.degree()));
    if (down.degree() > 0) {
      shape.forEachChild(self, child -> node.send(child, down));
    }
    if (!uplink.onDown(node, down, shape.depthOf(self))) {
      comparison.begin(node);
    }
  }

  void onOffer(Node<DeadlineTreeMessage> node, int from, Offer offer) {
    if (from == root) {
      uplink.confirm(node, offer.digest());
    }
  }

  void onAnswer(Node<DeadlineTreeMessage> node, int from, Answer answer) {
    comparison.onAnswer(node, from);
    if (from == root) {
      uplink.confirm(node, answer.digest());
    }
    if (answer.rumors().size() == Uplink.BATCH) {
      comparison.begin(node);
    }
  }

  void onTimer(Node<DeadlineTreeMessage> node, int timer) {
    switch (timer) {
      case UP -> {
        if (uplink.fire(node)) {
          comparison.begin(node);
        }
      }
      case COMPARE -> comparison.fire(node);
      case FLUSH -> downlink.flush(node);
      case ASK -> downlink.ask(node);
      case SETTLE -> downlink.settle(node);
      default -> throw new IllegalArgumentException("No timer " + timer);
    }
  }
}
