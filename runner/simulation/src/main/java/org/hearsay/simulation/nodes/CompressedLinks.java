package org.hearsay.simulation.nodes;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hearsay.api.Peers;

/** Everybody's neighbors in one array, node after node (compressed sparse rows). */
final class CompressedLinks {
  private final int[] starts;
  private final int[] peers;

  /** Keeps the neighbors of each node, which are ascending. */
  CompressedLinks(List<int[]> neighbors) {
    starts = new int[neighbors.size() + 1];
    for (int node = 0; node < neighbors.size(); node++) {
      starts[node + 1] = starts[node] + neighbors.get(node).length;
    }
    peers = new int[starts[neighbors.size()]];
    for (int node = 0; node < neighbors.size(); node++) {
      int[] row = neighbors.get(node);
      System.arraycopy(row, 0, peers, starts[node], row.length);
    }
  }

  /** The neighbors of a node. */
  Peers of(int node) {
    return new Row(peers, starts[node], starts[node + 1]);
  }

  private static final class Row implements Peers {
    private final int[] peers;
    private final int start;
    private final int end;

    Row(int[] peers, int start, int end) {
      this.peers = peers;
      this.start = start;
      this.end = end;
    }

    @Override
    public int size() {
      return end - start;
    }

    @Override
    public int get(int index) {
      return peers[start + Objects.checkIndex(index, end - start)];
    }

    @Override
    public boolean contains(int node) {
      return Arrays.binarySearch(peers, start, end, node) >= 0;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Row that
          && Arrays.equals(peers, start, end, that.peers, that.start, that.end);
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (int i = start; i < end; i++) {
        hash = 31 * hash + peers[i];
      }
      return hash;
    }

    @Override
    public String toString() {
      return Arrays.toString(Arrays.copyOfRange(peers, start, end));
    }
  }
}
