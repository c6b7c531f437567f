package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.hearsay.api.Message;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.membership.Verdict;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.service.Count;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.nodes.Nodes;
import org.hearsay.simulation.nodes.RuntimeNodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that comes back has what it had, and is sent what it missed and little else. */
final class ReturnTest implements Nodes.Surroundings {
  private static final int BEFORE = 200;
  private static final int MEANWHILE = 30;
  private static final int RETURNING = 2;

  private record Sent(int from, int to, Message envelope) {}

  private final Queue<Sent> underWay = new ArrayDeque<>();
  private final boolean[] up = new boolean[4];
  private final List<RumorTable> tables = Collections.nCopies(up.length, new RumorTable());
  private final Nodes nodes =
      new RuntimeNodes<>(
          TestFlood.configured(false)
              .guaranteeing(GuaranteeWords.parse(Map.of(GuaranteeWords.DATA, ""))),
          Topology.RING.graph(up.length, 1),
          1,
          tables.get(0),
          tables,
          this);
  private long nowMicros;
  private int nextValue;

  @BeforeEach
  void start() {
    for (int node = 0; node < up.length; node++) {
      start(node);
    }
    broadcast(BEFORE);
    end(RETURNING);
    broadcast(MEANWHILE);
    start(RETURNING);
    pass(10);
  }

  private void start(int node) {
    up[node] = true;
    nodes.start(node, 1_000 + nowMicros);
  }

  private void end(int node) {
    up[node] = false;
    nodes.kill(node);
  }

  private void broadcast(int values) {
    for (int i = 0; i < values; i++) {
      nodes.broadcast(0, nextValue++);
      deliver();
    }
    pass(3);
  }

  private void pass(int seconds) {
    for (int i = 0; i < seconds * 20; i++) {
      nowMicros += 50_000;
      for (int node = 0; node < up.length; node++) {
        if (up[node] && nodes.nextDeadlineMicros(node) <= nowMicros) {
          nodes.fireTimers(node);
          deliver();
        }
      }
    }
  }

  private void deliver() {
    for (Sent next = underWay.poll(); next != null; next = underWay.poll()) {
      if (up[next.to]) {
        nodes.receive(next.to, next.from, next.envelope);
      }
    }
  }

  private long count(Count count) {
    return nodes.counters(RETURNING).get(count);
  }

  @Test
  void itHasEverythingInTheEnd() {
    for (int node = 0; node < up.length; node++) {
      assertEquals(BEFORE + MEANWHILE, nodes.values(node).length);
    }
  }

  @Test
  void itReadsFromItsDiskWhatItHad() {
    assertEquals(BEFORE, count(Count.RECOVERED));
  }

  @Test
  void itFetchesWhatItMissedAndAtMostOnceFromEachNeighbor() {
    assertEquals(MEANWHILE, count(Count.REPAIRED));
    // In a ring each rumor of the first life comes from both sides, too.
    long received = count(Count.REPAIRED) + count(Count.DUPLICATES);
    assertTrue(received <= BEFORE + 2 * MEANWHILE, received + " rumors");
  }

  @Override
  public long nowMicros(int node) {
    return nowMicros;
  }

  @Override
  public void send(int from, Message envelope, int[] peers, int start, int end) {
    for (int i = start; i < end; i++) {
      underWay.add(new Sent(from, peers[i], envelope));
    }
  }

  @Override
  public void written(int node) {
    Objects.requireNonNull(nodes.disk(node)).commit();
  }

  @Override
  public void delivered(int node, int from, long rumor) {}

  @Override
  public void judged(int node, int peer, Verdict verdict) {}

  @Override
  public void relinked(int node) {}

  @Override
  public void withheld(int from, int to) {}

  @Override
  public void released(int node, long rumor) {}
}
