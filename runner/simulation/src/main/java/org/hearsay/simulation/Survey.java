package org.hearsay.simulation;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.node.service.Counters;
import org.hearsay.scenario.check.LettingGo;
import org.hearsay.scenario.check.Net;
import org.hearsay.scenario.check.RetentionVerdict;
import org.hearsay.scenario.workload.History;
import org.hearsay.simulation.nodes.Knowledge;
import org.hearsay.simulation.nodes.Nodes;
import org.hearsay.simulation.nodes.Views;
import org.jspecify.annotations.Nullable;

/** What there is to know of a world by looking at it from outside, now. */
final class Survey {
  private final int count;
  private final Nodes nodes;
  private final Health health;
  private final Clients clients;
  private final DetectionTally detection;
  private final RetentionWatch retention;

  Survey(
      int count,
      Nodes nodes,
      Health health,
      Clients clients,
      DetectionTally detection,
      RetentionWatch retention) {
    this.count = count;
    this.nodes = nodes;
    this.health = health;
    this.clients = clients;
    this.detection = detection;
    this.retention = retention;
  }

  /** What overlay and failure detector have come to. */
  Outcome.Membership membership() {
    return new Outcome.Membership(
        detection.detection(health::isDown),
        Views.of(nodes, count, health::isDown),
        present(),
        Knowledge.of(nodes, count, health::isDown));
  }

  private BitSet present() {
    BitSet present = new BitSet();
    IntStream.range(0, count).filter(node -> !health.isDown(node)).forEach(present::set);
    return present;
  }

  /** What nodes sent each other, and what clients and nodes did, set-up included. */
  Net net(Traffic traffic) {
    return new Net(
        clients.messages(),
        new Net.Group(
            traffic.messages(), traffic.messages() + traffic.duplicated() - traffic.lost()));
  }

  /** The values that a node's clients may read, in order; null if the node is down. */
  int @Nullable [] values(int node) {
    return health.isDown(node) ? null : nodes.values(node);
  }

  /** What each node has counted, in all its lives. */
  List<Counters> counters() {
    return IntStream.range(0, count).mapToObj(nodes::counters).toList();
  }

  /** What nodes have let go. */
  LettingGo lettingGo() {
    return retention.lettingGo(health::isDown, nodes::goneValues);
  }

  /** What is wrong with what nodes kept; null if they keep everything. */
  @Nullable RetentionVerdict retention(History history) {
    return retention.verdict(history, count, nodes::counters);
  }
}
