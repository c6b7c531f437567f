package org.hearsay.overlays.hyparview;

import java.time.Duration;
import org.hearsay.api.membership.Sightings;
import org.hearsay.testkit.RecordingOverlay;

/** Nodes with small views, and what is said of others, for tests of HyParView. */
final class Given {
  static final int SHUFFLE = 0;
  static final int OVERDUE = 1;
  static final int HEAL = 2;
  static final int NODES = 100;
  static final long SECOND = 1_000_000;

  /** Which life of a node is meant where it does not matter. */
  static final long LIFE = 50;

  private Given() {}

  /** Up to 3 neighbors and 5 others. */
  static HyParViewConfig config(Refill refill) {
    return new HyParViewConfig(
        3,
        5,
        4,
        2,
        Duration.ofSeconds(10),
        2,
        2,
        3,
        Duration.ofSeconds(1),
        Duration.ofSeconds(60),
        Duration.ofSeconds(35),
        refill);
  }

  /** Node 1, which may join through 0 and has the neighbors given. */
  static RecordingOverlay<HyParViewMessage> node(int... neighbors) {
    return node(Refill.AT_ONCE, neighbors);
  }

  static RecordingOverlay<HyParViewMessage> node(Refill refill, int... neighbors) {
    RecordingOverlay<HyParViewMessage> node =
        new RecordingOverlay<>(new HyParView(config(refill)), 1, NODES, 0);
    node.start();
    for (int neighbor : neighbors) {
      node.up(neighbor, LIFE);
      node.receive(neighbor, new HyParViewMessage.Neighbor(true));
    }
    if (neighbors.length > 0) {
      // Nobody waits for the contact's answer any more.
      node.fire(OVERDUE);
    }
    return node;
  }

  /** Lets a node know others, of which a neighbor has told. */
  static void acquaint(RecordingOverlay<HyParViewMessage> node, int teller, int... others) {
    node.receive(teller, new HyParViewMessage.ShuffleReply(about(others)));
  }

  /** Young news of nodes. */
  static Sightings about(int... nodes) {
    return sightings(LIFE, 0, nodes);
  }

  /** News of lives of nodes, so many milliseconds old. */
  static Sightings sightings(long life, long ageMillis, int... nodes) {
    Sightings.Builder sightings = Sightings.builder();
    for (int each : nodes) {
      sightings.add(each, life, ageMillis);
    }
    return sightings.build();
  }
}
