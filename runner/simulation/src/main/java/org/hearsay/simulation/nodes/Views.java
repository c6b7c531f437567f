package org.hearsay.simulation.nodes;

import java.util.function.IntPredicate;
import org.hearsay.api.Peers;
import org.hearsay.node.membership.Membership;
import org.hearsay.scenario.cluster.Graph;

/** Who is linked to whom as the nodes themselves see it. */
public final class Views {
  private Views() {}

  /** The arcs from each node to its neighbors, none of them from or to somebody who is down. */
  public static Graph of(Nodes nodes, int count, IntPredicate isDown) {
    return Graph.of(
        count,
        arcs -> {
          for (int node = 0; node < count; node++) {
            Membership membership = nodes.membership(node);
            if (membership != null && !isDown.test(node)) {
              Peers neighbors = membership.neighbors();
              for (int i = 0; i < neighbors.size(); i++) {
                if (!isDown.test(neighbors.get(i))) {
                  arcs.add(node, neighbors.get(i));
                }
              }
            }
          }
        });
  }
}
