package org.hearsay.api;

import java.util.Arrays;

/** Peers listed in ascending order of their numbers. */
final class ListedPeers implements Peers {
  private final int[] nodes;

  /** Keeps the array, which must be ascending. */
  ListedPeers(int[] nodes) {
    this.nodes = nodes;
  }

  @Override
  public int size() {
    return nodes.length;
  }

  @Override
  public int get(int index) {
    return nodes[index];
  }

  @Override
  public boolean contains(int node) {
    return Arrays.binarySearch(nodes, node) >= 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListedPeers that && Arrays.equals(nodes, that.nodes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(nodes);
  }

  @Override
  public String toString() {
    return Arrays.toString(nodes);
  }
}
