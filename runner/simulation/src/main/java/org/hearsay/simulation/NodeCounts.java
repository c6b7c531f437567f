package org.hearsay.simulation;

import java.util.List;
import java.util.Map;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;

/** What all nodes of a run have counted. */
public final class NodeCounts {
  private final List<Counters> nodes;

  private NodeCounts(List<Counters> nodes) {
    this.nodes = nodes;
  }

  static NodeCounts of(List<Counters> nodes) {
    return new NodeCounts(List.copyOf(nodes));
  }

  /** How many there have been at all nodes, or what the levels come to in the end. */
  public long total(Count count) {
    return nodes.stream().mapToLong(node -> node.get(count)).sum();
  }

  /** The highest level that any node came to. */
  public long most(Count level) {
    return nodes.stream().mapToLong(node -> node.most(level)).max().orElse(0);
  }

  /** All of it: sums, and of each level the highest that it came to at any node. */
  public Map<Count, Long> together() {
    return Counters.together(nodes.stream().map(Counters::totals).toList());
  }

  @Override
  public String toString() {
    return together().toString();
  }
}
