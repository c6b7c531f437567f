package org.hearsay.scenario.cluster;

import java.util.Locale;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;
import org.hearsay.scenario.cluster.Graph.Arcs;

/** Who is linked to whom: Maelstrom's topologies, and a ring and random graphs beside them. */
public enum Topology {
  /** Each node to the next. */
  LINE,
  /** A line whose ends are linked. */
  RING,
  /** Rows of ⌈√n⌉ nodes, each linked to the nodes beside, above and below it. */
  GRID,
  /** A tree with two children a node, breadth first from node 0. */
  TREE,
  /** The same as {@link #TREE}. */
  TREE2,
  /** A tree with three children a node. */
  TREE3,
  /** A tree with four children a node. */
  TREE4,
  /** Everybody to everybody. */
  TOTAL,
  /** A ring in random order, and on average two more random links a node. */
  RANDOM,
  /** Each node to eight others drawn at random, one way: PeerSim's {@code WireKOut}. */
  OUT8;

  private static final int ARCS_OF_OUT8 = 8;

  /** The name that Maelstrom and the command line use. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The graph of {@code count} nodes. The seed decides {@link #RANDOM} and {@link #OUT8}. */
  public Graph graph(int count, long seed) {
    return Graph.of(count, arcs -> addTo(arcs, count, seed));
  }

  private void addTo(Arcs arcs, int count, long seed) {
    switch (this) {
      case LINE -> chain(arcs, count);
      case RING -> {
        chain(arcs, count);
        link(arcs, count - 1, 0);
      }
      case GRID -> grid(arcs, count);
      case TREE, TREE2 -> tree(arcs, count, 2);
      case TREE3 -> tree(arcs, count, 3);
      case TREE4 -> tree(arcs, count, 4);
      case TOTAL -> total(arcs, count);
      case RANDOM -> random(arcs, count, new SeededRandom(seed, count));
      case OUT8 -> out(arcs, count, new SeededRandom(seed, count));
    }
  }

  private static void link(Arcs arcs, int a, int b) {
    arcs.add(a, b);
    arcs.add(b, a);
  }

  private static void chain(Arcs arcs, int count) {
    for (int node = 1; node < count; node++) {
      link(arcs, node - 1, node);
    }
  }

  private static void grid(Arcs arcs, int count) {
    int side = (int) Math.ceil(Math.sqrt(count));
    for (int node = 0; node < count; node++) {
      if (node % side > 0) {
        link(arcs, node - 1, node);
      }
      if (node >= side) {
        link(arcs, node - side, node);
      }
    }
  }

  private static void tree(Arcs arcs, int count, int children) {
    for (int node = 1; node < count; node++) {
      link(arcs, (node - 1) / children, node);
    }
  }

  private static void total(Arcs arcs, int count) {
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < a; b++) {
        link(arcs, a, b);
      }
    }
  }

  private static void random(Arcs arcs, int count, SeededRandom random) {
    int[] order = random.permutation(count);
    for (int i = 0; i < count; i++) {
      link(arcs, order[i], order[(i + 1) % count]);
      link(arcs, i, random.nextInt(count));
    }
  }

  private static void out(Arcs arcs, int count, SeededRandom random) {
    for (int node = 0; node < count; node++) {
      for (int other : new AllOthers(count, node).sample(ARCS_OF_OUT8, random)) {
        arcs.add(node, other);
      }
    }
  }
}
