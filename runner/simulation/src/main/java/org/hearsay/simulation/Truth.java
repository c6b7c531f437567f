package org.hearsay.simulation;

import java.util.List;
import java.util.function.IntConsumer;
import org.hearsay.simulation.nodes.Nodes;

/** Tells nodes at once who dies and who is born, if their failure detectors want to be told. */
final class Truth {
  private final boolean wanted;
  private final int count;
  private final Nodes nodes;
  private final Health health;
  private final IntConsumer onTold;

  /**
   * The truth for so many nodes.
   *
   * @param onTold hears of each node that was told something
   */
  Truth(boolean wanted, int count, Nodes nodes, Health health, IntConsumer onTold) {
    this.wanted = wanted;
    this.count = count;
    this.nodes = nodes;
    this.health = health;
    this.onTold = onTold;
  }

  /** Some nodes have died, all at once. */
  void tellDeaths(List<Integer> dead) {
    if (wanted) {
      for (int node = 0; node < count; node++) {
        for (int peer : dead) {
          tellDeath(node, peer);
        }
      }
    }
  }

  /** A node is there: the others learn of it, and it learns who is not. */
  void tellBirth(int born) {
    if (wanted) {
      for (int node = 0; node < count; node++) {
        if (health.isDown(node)) {
          tellDeath(born, node);
        } else if (node != born) {
          nodes.learnBirth(node, born);
          onTold.accept(node);
        }
      }
    }
  }

  private void tellDeath(int node, int dead) {
    if (!health.isDown(node)) {
      nodes.learnDeath(node, dead);
      onTold.accept(node);
    }
  }
}
