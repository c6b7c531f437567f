package org.hearsay.scenario.check;

import java.util.Map;
import org.hearsay.scenario.workload.History;

/** Which values a node was right to let go: one that it does not answer any more is not lost. */
@FunctionalInterface
public interface LettingGo {
  /** Nodes keep everything. */
  LettingGo NEVER = (node, value) -> false;

  /**
   * What nodes may have let go as far as clients can tell, where nobody can ask the nodes: the
   * oldest go first, so a node that still answers what it had before a value was broadcast has not
   * let that go.
   *
   * @param lastStateLossMicros when each node that lost its state did so last
   */
  static LettingGo asReadsSay(History history, Map<Integer, Long> lastStateLossMicros) {
    Map<Integer, Integer> keptSince = KeptSince.of(history, lastStateLossMicros);
    return (node, value) ->
        history.broadcasts().get(value).invokedIndex()
            <= keptSince.getOrDefault(node, Integer.MAX_VALUE);
  }

  /** Whether a node has known a value and has let it go, or has been told that it is gone. */
  boolean hasLetGo(int node, int value);
}
