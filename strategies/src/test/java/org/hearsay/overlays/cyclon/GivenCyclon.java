package org.hearsay.overlays.cyclon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearsay.api.membership.Sightings;
import org.hearsay.overlays.cyclon.CyclonMessage.Gift;
import org.hearsay.overlays.cyclon.CyclonMessage.Shuffle;
import org.hearsay.strategies.Effects;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;

/** Nodes with small views, and what is said of others, for tests of Cyclon. */
final class GivenCyclon {
  static final int SHUFFLE = 0;
  static final int NODES = 100;
  static final int FORGET = 10;

  /** Which life of a node is meant where it does not matter. */
  static final long LIFE = 50;

  private GivenCyclon() {}

  /** Up to 5 neighbors, of which 3 are exchanged. */
  static CyclonConfig config() {
    return new CyclonConfig(5, 3, 4, Duration.ofSeconds(10), FORGET);
  }

  /**
   * Node 1, which may join through 0 and has the neighbors given, each older than the one before.
   */
  static RecordingOverlay<CyclonMessage> node(int... neighbors) {
    RecordingOverlay<CyclonMessage> node =
        new RecordingOverlay<>(new Cyclon(config()), 1, NODES, 0);
    node.start();
    for (int i = 0; i < neighbors.length; i++) {
      node.live(neighbors[i], LIFE);
      node.receive(0, new Gift(about(i, neighbors[i])));
    }
    return node;
  }

  /** What is said of nodes that are so many shuffles old. */
  static Sightings about(int age, int... nodes) {
    Sightings.Builder sightings = Sightings.builder();
    for (int each : nodes) {
      sightings.add(each, LIFE, age);
    }
    return sightings.build();
  }

  /** The age of each, who must be there once only. */
  static Map<Integer, Long> ages(Sightings sample) {
    Map<Integer, Long> ages = new TreeMap<>();
    for (int i = 0; i < sample.size(); i++) {
      ages.put(sample.node(i), sample.note(i));
    }
    assertEquals(sample.size(), ages.size(), "somebody is named twice: " + sample);
    return ages;
  }

  /** The one shuffle that was sent. */
  static Shuffle shuffle(List<Effect> effects) {
    List<Shuffle> shuffles =
        Effects.sent(effects).stream()
            .map(Effect.Sent::message)
            .filter(Shuffle.class::isInstance)
            .map(Shuffle.class::cast)
            .toList();
    assertEquals(1, shuffles.size(), "shuffles");
    return shuffles.get(0);
  }
}
