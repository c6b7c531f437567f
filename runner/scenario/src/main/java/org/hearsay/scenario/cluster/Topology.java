package org.hearsay.scenario.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hearsay.node.runtime.SeededRandom;

/** Who is linked to whom: Maelstrom's topologies, and a ring and a random graph beside them. */
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
  RANDOM;

  /** The name that Maelstrom and the command line use. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The neighbors of each of {@code count} nodes, ascending. The seed decides {@link #RANDOM}. */
  public List<int[]> neighbors(int count, long seed) {
    List<Set<Integer>> links = new ArrayList<>();
    for (int node = 0; node < count; node++) {
      links.add(new TreeSet<>());
    }
    switch (this) {
      case LINE -> chain(links);
      case RING -> {
        chain(links);
        link(links, count - 1, 0);
      }
      case GRID -> grid(links);
      case TREE, TREE2 -> tree(links, 2);
      case TREE3 -> tree(links, 3);
      case TREE4 -> tree(links, 4);
      case TOTAL -> total(links);
      case RANDOM -> random(links, new SeededRandom(seed, count));
    }
    return links.stream()
        .map(peers -> peers.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  private static void link(List<Set<Integer>> links, int a, int b) {
    if (a != b) {
      links.get(a).add(b);
      links.get(b).add(a);
    }
  }

  private static void chain(List<Set<Integer>> links) {
    for (int node = 1; node < links.size(); node++) {
      link(links, node - 1, node);
    }
  }

  private static void grid(List<Set<Integer>> links) {
    int side = (int) Math.ceil(Math.sqrt(links.size()));
    for (int node = 0; node < links.size(); node++) {
      if (node % side > 0) {
        link(links, node - 1, node);
      }
      if (node >= side) {
        link(links, node - side, node);
      }
    }
  }

  private static void tree(List<Set<Integer>> links, int children) {
    for (int node = 1; node < links.size(); node++) {
      link(links, (node - 1) / children, node);
    }
  }

  private static void total(List<Set<Integer>> links) {
    for (int a = 0; a < links.size(); a++) {
      for (int b = 0; b < a; b++) {
        link(links, a, b);
      }
    }
  }

  private static void random(List<Set<Integer>> links, SeededRandom random) {
    int count = links.size();
    int[] order = random.permutation(count);
    for (int i = 0; i < count; i++) {
      link(links, order[i], order[(i + 1) % count]);
      link(links, i, random.nextInt(count));
    }
  }
}
