package org.hearsay.scenario.cluster;

import java.util.Arrays;
import java.util.BitSet;
import org.hearsay.api.Peers;

/**
 * What a graph looks like, arcs taken as they are but for clusters and pieces, which ask for links
 * of either direction.
 *
 * @param nodes how many nodes are in it
 * @param meanDegree how many neighbors a node has, on average
 * @param maxIndegree how many nodes have the most popular one as a neighbor
 * @param clustering of two neighbors of a node, how likely it is that they are linked, averaged
 *     over nodes (Watts and Strogatz 1998); nodes with fewer than two count as 0
 * @param meanPath how many arcs the shortest path from a node to another has, on average over those
 *     that there are
 * @param largestPiece which share of the nodes is in the largest piece whose nodes all reach each
 *     other, arcs taken both ways
 */
public record GraphShape(
    int nodes,
    double meanDegree,
    int maxIndegree,
    double clustering,
    double meanPath,
    double largestPiece) {
  private static final int MOST_SOURCES = 1_000;
  private static final int MOST_NEIGHBORS = 100;

  /**
   * The shape of a graph; paths are looked for from {@value #MOST_SOURCES} of its nodes at most,
   * and clusters among {@value #MOST_NEIGHBORS} neighbors of a node, at equal distances in their
   * order.
   *
   * @param present which nodes are in it at all
   */
  public static GraphShape of(Graph graph, BitSet present) {
    int[] nodes = present.stream().toArray();
    if (nodes.length == 0) {
      return new GraphShape(0, 0, 0, 0, 0, 0);
    }
    int[] indegrees = new int[graph.size()];
    long arcs = 0;
    double clustering = 0;
    for (int node : nodes) {
      Peers neighbors = graph.neighbors(node);
      arcs += neighbors.size();
      for (int i = 0; i < neighbors.size(); i++) {
        indegrees[neighbors.get(i)]++;
      }
      clustering += clustering(graph, neighbors);
    }
    return new GraphShape(
        nodes.length,
        (double) arcs / nodes.length,
        Arrays.stream(indegrees).max().orElse(0),
        clustering / nodes.length,
        meanPath(graph, nodes),
        (double) largestPiece(graph, nodes) / nodes.length);
  }

  private static double clustering(Graph graph, Peers neighbors) {
    int linked = 0;
    int pairs = 0;
    int asked = Math.min(MOST_NEIGHBORS, neighbors.size());
    for (int i = 0; i < asked; i++) {
      for (int j = 0; j < i; j++) {
        int a = neighbors.get((int) ((long) i * neighbors.size() / asked));
        int b = neighbors.get((int) ((long) j * neighbors.size() / asked));
        pairs++;
        linked += graph.neighbors(a).contains(b) || graph.neighbors(b).contains(a) ? 1 : 0;
      }
    }
    return pairs == 0 ? 0 : (double) linked / pairs;
  }

  private static double meanPath(Graph graph, int[] nodes) {
    int sources = Math.min(MOST_SOURCES, nodes.length);
    int[] distances = new int[graph.size()];
    int[] queue = new int[graph.size()];
    long arcs = 0;
    long paths = 0;
    for (int i = 0; i < sources; i++) {
      int reached =
          explore(graph, nodes[(int) ((long) i * nodes.length / sources)], distances, queue);
      paths += reached - 1;
      for (int j = 1; j < reached; j++) {
        arcs += distances[queue[j]];
      }
    }
    return paths == 0 ? 0 : (double) arcs / paths;
  }

  /** Breadth first; the nodes that are reached stand in the queue, and how many they are. */
  private static int explore(Graph graph, int source, int[] distances, int[] queue) {
    Arrays.fill(distances, -1);
    distances[source] = 0;
    queue[0] = source;
    int reached = 1;
    for (int next = 0; next < reached; next++) {
      Peers neighbors = graph.neighbors(queue[next]);
      for (int i = 0; i < neighbors.size(); i++) {
        int neighbor = neighbors.get(i);
        if (distances[neighbor] < 0) {
          distances[neighbor] = distances[queue[next]] + 1;
          queue[reached++] = neighbor;
        }
      }
    }
    return reached;
  }

  /** By union of the ends of each arc (Galler and Fischer 1964). */
  private static int largestPiece(Graph graph, int[] nodes) {
    int[] parents = new int[graph.size()];
    Arrays.setAll(parents, node -> node);
    for (int node : nodes) {
      Peers neighbors = graph.neighbors(node);
      for (int i = 0; i < neighbors.size(); i++) {
        parents[root(parents, node)] = root(parents, neighbors.get(i));
      }
    }
    int[] sizes = new int[graph.size()];
    for (int node : nodes) {
      sizes[root(parents, node)]++;
    }
    return Arrays.stream(sizes).max().orElse(0);
  }

  private static int root(int[] parents, int node) {
    int at = node;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }
}
