package org.hearsay.simulation;

import org.hearsay.scenario.check.Net;
import org.hearsay.scenario.workload.Cluster;
import org.hearsay.scenario.workload.Operation.Ending;
import org.hearsay.simulation.nodes.Nodes;

/** What clients ask of nodes, and how many messages that takes. */
final class Clients implements Cluster {
  /** Before a node's life: init and topology, and their replies. */
  private static final int SET_UP_MESSAGES = 4;

  private static final Request NOBODY_MINDS = () -> {};

  private final int count;
  private final Intake intake;
  private final Nodes nodes;
  private final Wakeups wakeups;
  private final Current current;
  private final Disks disks;
  private final Runnable onRefusal;
  private long sent;
  private long received;

  Clients(
      int count,
      Intake intake,
      Nodes nodes,
      Wakeups wakeups,
      Current current,
      Disks disks,
      Runnable onRefusal) {
    this.count = count;
    this.intake = intake;
    this.nodes = nodes;
    this.wakeups = wakeups;
    this.current = current;
    this.onRefusal = onRefusal;
    this.disks = disks;
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public Request broadcast(int node, int value, Client client) {
    sent++;
    intake.bringRequest(
        node,
        () -> {
          current.broadcast(node);
          if (nodes.refusal(node, value) != null) {
            onRefusal.run();
            disks.depart(node, () -> client.end(Ending.FAILED, null));
            return;
          }
          nodes.broadcast(node, value);
          wakeups.renew(node);
          disks.depart(node, () -> client.end(Ending.OK, null));
        });
    return NOBODY_MINDS;
  }

  @Override
  public Request read(int node, Client client) {
    sent++;
    intake.bringRequest(
        node,
        () -> {
          int[] values = nodes.values(node);
          disks.depart(node, () -> client.end(Ending.OK, values));
        });
    return NOBODY_MINDS;
  }

  /** A request has reached its node, which does it and replies. */
  void answer(Runnable request) {
    request.run();
    sent++;
    received += 2;
  }

  /** A node is told who it is before its life. */
  void setUp() {
    sent += SET_UP_MESSAGES;
    received += SET_UP_MESSAGES;
  }

  /** What clients and nodes have sent each other, set-up included. */
  Net.Group messages() {
    return new Net.Group(sent, received);
  }
}
