package org.hearsay.simulation.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.node.log.RumorTable;

/**
 * The sources of rumors, numbered as a {@link RumorTable} that the nodes share would number them:
 * first lives by node, later ones as they begin.
 */
final class Sources {
  private final int nodeCount;
  private final List<Integer> laterOrigins = new ArrayList<>();
  private final Map<Integer, Integer> laterByNode = new HashMap<>();
  private final Map<Integer, Integer> nextSequences = new HashMap<>();

  Sources(int nodeCount) {
    this.nodeCount = nodeCount;
  }

  /** Gives a node that begins another life a source of its own. */
  void restart(int node) {
    laterByNode.put(node, nodeCount + laterOrigins.size());
    laterOrigins.add(node);
  }

  /** The next rumor to begin at a node. */
  long nextRumor(int node) {
    int source = laterByNode.getOrDefault(node, node);
    return RumorTable.rumor(source, nextSequences.merge(source, 1, Integer::sum) - 1);
  }

  /** The node a rumor began at. */
  int origin(long rumor) {
    int source = RumorTable.sourceNumber(rumor);
    return source < nodeCount ? source : laterOrigins.get(source - nodeCount);
  }
}
