package org.hearsay.node.runtime;

import java.util.Arrays;
import org.hearsay.api.Peers;

/** Peers listed in ascending order of their numbers. */
public final class NumberedPeers implements Peers {
  private final int[] nodes;

  private NumberedPeers(int[] nodes) {
    this.nodes = nodes;
  }

  /** The given nodes, each once, whatever the order they are given in. */
  public static NumberedPeers of(int... nodes) {
    return new NumberedPeers(Arrays.stream(nodes).sorted().distinct().toArray());
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
    return other instanceof NumberedPeers that && Arrays.equals(nodes, that.nodes);
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
