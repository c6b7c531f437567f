package org.hearsay.node.store;

import java.util.List;

/**
 * Whose data it is.
 *
 * @param node the node's name
 * @param cluster the names of all nodes in their order, which rumors are stored by
 */
public record Owner(String node, List<String> cluster) {
  /** Keeps a copy. */
  public Owner {
    cluster = List.copyOf(cluster);
  }
}
