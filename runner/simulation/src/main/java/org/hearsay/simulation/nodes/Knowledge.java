package org.hearsay.simulation.nodes;

import java.util.function.IntPredicate;
import org.hearsay.api.Peers;
import org.hearsay.node.membership.Membership;

/**
 * What nodes know of each other, held against the truth: of the nodes that are there, all together
 * or the extreme one.
 *
 * @param ghosts how often a node knows of a member that is not there, taken for alive or not
 * @param leastKnown of how many of those that are there, but for itself, a node knows at least
 * @param deadNeighbors how often a node takes a neighbor for alive that is not there
 * @param lostNeighbors how often a node takes a neighbor for dead that is there
 * @param mostRemembered of how many peers a node remembers something at most
 */
public record Knowledge(
    long ghosts, int leastKnown, long deadNeighbors, long lostNeighbors, int mostRemembered) {

  /** What nodes know that have something around them; nothing if none has. */
  public static Knowledge of(Nodes nodes, int count, IntPredicate isDown) {
    long ghosts = 0;
    int leastKnown = Integer.MAX_VALUE;
    long deadNeighbors = 0;
    long lostNeighbors = 0;
    int mostRemembered = 0;
    for (int node = 0; node < count; node++) {
      Membership membership = nodes.membership(node);
      if (membership != null && !isDown.test(node)) {
        Peers known = membership.known();
        int absent = count(known, isDown);
        ghosts += absent;
        leastKnown = Math.min(leastKnown, known.size() - absent);
        deadNeighbors += count(membership.neighbors(), isDown);
        lostNeighbors +=
            count(membership.links(), peer -> membership.isDown(peer) && !isDown.test(peer));
        mostRemembered = Math.max(mostRemembered, membership.remembered());
      }
    }
    return new Knowledge(
        ghosts,
        leastKnown == Integer.MAX_VALUE ? 0 : leastKnown,
        deadNeighbors,
        lostNeighbors,
        mostRemembered);
  }

  private static int count(Peers peers, IntPredicate wanted) {
    int count = 0;
    for (int i = 0; i < peers.size(); i++) {
      count += wanted.test(peers.get(i)) ? 1 : 0;
    }
    return count;
  }
}
