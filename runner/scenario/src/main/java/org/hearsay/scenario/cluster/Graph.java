package org.hearsay.scenario.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;

/**
 * Who is whose neighbor, for a million nodes: each node's neighbors, ascending, one node after the
 * other in a single array (compressed sparse rows).
 */
public final class Graph {

  /** Takes arcs: the first node has the second as a neighbor. */
  @FunctionalInterface
  public interface Arcs {

    /** One more arc; one from a node to itself, or a second one between the same, is none. */
    void add(int from, int to);
  }

  private final int[] starts;
  private final int[] neighbors;

  private Graph(int[] starts, int[] neighbors) {
    this.starts = starts;
    this.neighbors = neighbors;
  }

  /**
   * An graph of given arcs.
   *
   * @param arcs says them in any order, and the same again when asked a second time
   */
  public static Graph of(int count, Consumer<Arcs> arcs) {
    int[] starts = new int[count + 1];
    arcs.accept((from, to) -> starts[from + 1] += from == to ? 0 : 1);
    for (int node = 0; node < count; node++) {
      starts[node + 1] = Math.addExact(starts[node], starts[node + 1]);
    }
    int[] neighbors = new int[starts[count]];
    int[] ends = starts.clone();
    arcs.accept(
        (from, to) -> {
          if (from != to) {
            neighbors[ends[from]++] = to;
          }
        });
    return compact(starts, neighbors);
  }

  /** Sorts each row and drops what stands in it twice. */
  private static Graph compact(int[] starts, int[] neighbors) {
    int kept = 0;
    for (int node = 0; node < starts.length - 1; node++) {
      int start = starts[node];
      int end = starts[node + 1];
      Arrays.sort(neighbors, start, end);
      starts[node] = kept;
      for (int i = start; i < end; i++) {
        if (i == start || neighbors[i] != neighbors[i - 1]) {
          neighbors[kept++] = neighbors[i];
        }
      }
    }
    starts[starts.length - 1] = kept;
    return new Graph(starts, kept == neighbors.length ? neighbors : Arrays.copyOf(neighbors, kept));
  }

  /** How many nodes there are. */
  public int size() {
    return starts.length - 1;
  }

  /** The neighbors of a node. */
  public Peers neighbors(int node) {
    return new Row(neighbors, starts[node], starts[node + 1]);
  }

  /** Reads the first neighbor of a node, to have it at hand; any number if there is none. */
  public int readAhead(int node) {
    return starts[node] < neighbors.length ? neighbors[starts[node]] : 0;
  }

  /** The neighbors of every node, one array each. */
  public List<int[]> rows() {
    return IntStream.range(0, size())
        .mapToObj(node -> Arrays.copyOfRange(neighbors, starts[node], starts[node + 1]))
        .toList();
  }

  /** A part of the array. */
  private static final class Row implements Peers {
    private final int[] nodes;
    private final int start;
    private final int end;

    Row(int[] nodes, int start, int end) {
      this.nodes = nodes;
      this.start = start;
      this.end = end;
    }

    @Override
    public int size() {
      return end - start;
    }

    @Override
    public int get(int index) {
      return nodes[start + Objects.checkIndex(index, end - start)];
    }

    @Override
    public boolean contains(int node) {
      return Arrays.binarySearch(nodes, start, end, node) >= 0;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Row that
          && Arrays.equals(nodes, start, end, that.nodes, that.start, that.end);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(copy());
    }

    @Override
    public String toString() {
      return Arrays.toString(copy());
    }

    private int[] copy() {
      return Arrays.copyOfRange(nodes, start, end);
    }
  }
}
