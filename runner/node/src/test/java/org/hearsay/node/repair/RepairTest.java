package org.hearsay.node.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.flow.FlowLimits;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.guarantee.SmallCluster;
import org.hearsay.node.guarantee.SmallCluster.Parcel;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.order.Order;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.repair.RepairMessage.RepairReply;
import org.hearsay.node.repair.RepairMessage.RepairRequest;
import org.hearsay.node.repair.RepairMessage.RepairSummary;
import org.hearsay.node.retention.RetentionLimits;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.FakeHost;
import org.junit.jupiter.api.Test;

/** What a strategy does not bring comes all the same; once it has come, nobody speaks. */
class RepairTest {
  /** Any guarantee will do. */
  private static final Guarantees REPAIRING =
      new Guarantees(false, RetentionLimits.NONE, Order.FIFO, FlowLimits.NONE, false);

  private static final long SECOND = 1_000_000;

  private static SmallCluster silent(int nodes) {
    return new SmallCluster(REPAIRING, false, SmallCluster.line(nodes));
  }

  private static void broadcast(SmallCluster cluster, int node, int count) {
    int first = cluster.readable(node).size();
    IntStream.range(first, first + count)
        .forEach(value -> cluster.broadcast(node, 1_000_000 * node + value));
  }

  private static Set<Integer> known(SmallCluster cluster, int node) {
    return new TreeSet<>(cluster.readable(node));
  }

  private static boolean agrees(SmallCluster cluster) {
    return IntStream.range(1, cluster.size())
        .allMatch(node -> known(cluster, node).equals(known(cluster, 0)));
  }

  private static void assertSilence(SmallCluster cluster) {
    cluster.takeSent();
    cluster.run(60 * SECOND);
    assertEquals(List.of(), cluster.takeSent());
  }

  /** Node 1 takes node 0 for a neighbor, and not the other way round. */
  @Test
  void whoIsTakenForANeighborByOneThatItDoesNotKnowTellsItNews() {
    SmallCluster cluster =
        new SmallCluster(REPAIRING, false, List.of(Peers.of(2), Peers.of(0), Peers.of(0)));
    cluster.run(5 * SECOND);
    assertSilence(cluster);
    broadcast(cluster, 0, 1);
    cluster.run(10 * SECOND);
    assertEquals(1, known(cluster, 1).size());
    assertSilence(cluster);
  }

  @Test
  void nodesThatKnowNothingFallSilent() {
    SmallCluster cluster = silent(3);
    cluster.run(5 * SECOND);
    assertSilence(cluster);
  }

  @Test
  void twoNodesFallInAgreementAndThenSilent() {
    SmallCluster cluster = silent(2);
    broadcast(cluster, 0, 5);
    broadcast(cluster, 1, 3);
    cluster.run(10 * SECOND);
    assertEquals(8, cluster.readable(0).size());
    assertTrue(agrees(cluster));
    assertEquals(3, cluster.counters(0).get(Count.REPAIRED));
    assertEquals(5, cluster.counters(1).get(Count.REPAIRED));
    assertSilence(cluster);
  }

  @Test
  void manyComeInBatches() {
    SmallCluster cluster = silent(2);
    broadcast(cluster, 0, 2 * Repair.BATCH + 100);
    cluster.run(10 * SECOND);
    assertTrue(agrees(cluster));
    List<Integer> batches =
        cluster.takeSent().stream()
            .flatMap(parcel -> parcel.messages().stream())
            .filter(RepairReply.class::isInstance)
            .map(reply -> reply.rumors().size())
            .toList();
    assertEquals(List.of(Repair.BATCH, Repair.BATCH, 100), batches);
    assertSilence(cluster);
  }

  @Test
  void whatIsRepairedGoesOnAlongALine() {
    SmallCluster cluster = silent(8);
    broadcast(cluster, 0, 10);
    cluster.run(30 * SECOND);
    assertEquals(10, cluster.readable(7).size());
    assertTrue(agrees(cluster));
    assertSilence(cluster);
  }

  @Test
  void aNodeThatHasForgottenEverythingGetsItAll() {
    SmallCluster cluster = silent(3);
    broadcast(cluster, 0, 10);
    cluster.run(20 * SECOND);
    cluster.restart(2);
    cluster.run(10 * SECOND);
    assertEquals(10, cluster.readable(2).size());
    assertSilence(cluster);
  }

  @Test
  void lostMessagesDelayItAndNothingElse() {
    SmallCluster cluster = silent(4);
    SeededRandom random = new SeededRandom(1, 1);
    cluster.losing(parcel -> random.nextInt(10) < 4);
    broadcast(cluster, 0, 1_500);
    broadcast(cluster, 3, 10);
    cluster.run(300 * SECOND);
    assertEquals(1_510, cluster.readable(0).size());
    assertTrue(agrees(cluster));
    assertSilence(cluster);
  }

  /** The last message of a conversation may be lost as well: the one who waits for it asks. */
  @Test
  void whoeverAsksIsAnsweredEvenInAgreement() {
    FakeHost host = new FakeHost(0, 2);
    Repair repair = new Repair(host);
    repair.start();
    for (int i = 0; i < 2; i++) {
      repair.receive(1, new RepairSummary(Digest.EMPTY, Digest.EMPTY, true));
      assertEquals(
          List.of(new FakeHost.Sent(1, new RepairSummary(Digest.EMPTY, Digest.EMPTY, false))),
          host.takeSent());
    }
  }

  @Test
  void eachNeighborIsAskedInItsTime() {
    FakeHost host = new FakeHost(0, 3);
    Repair repair = new Repair(host);
    assertEquals(Long.MAX_VALUE, repair.nextDeadlineMicros());
    for (int peer = 2; peer > 0; peer--) {
      AppendOnlyLog known = new AppendOnlyLog();
      known.append(host.rumor(peer, 0));
      repair.receive(peer, new RepairSummary(known.digest(), Digest.EMPTY, false));
      host.advance(SECOND);
    }
    for (int peer = 2; peer > 0; peer--) {
      assertEquals(host.nowMicros(), repair.nextDeadlineMicros());
      repair.fireTimers();
      assertEquals(
          List.of(new FakeHost.Sent(peer, new RepairRequest(RumorIds.of(host.rumor(peer, 0))))),
          host.takeSent());
      host.advance(SECOND);
    }
    assertEquals(Long.MAX_VALUE, repair.nextDeadlineMicros());
  }

  @Test
  void whatWasLetGoIsToldAndNotAskedForAgain() {
    SmallCluster cluster = silent(2);
    broadcast(cluster, 0, 10);
    cluster.log(0).collect(6);
    cluster.run(10 * SECOND);
    assertEquals(List.of(6, 7, 8, 9), cluster.readable(1));
    assertEquals(6, cluster.counters(1).get(Count.FORGONE));
    assertEquals(cluster.log(0).digest(), cluster.log(1).digest());
    assertSilence(cluster);
  }

  @Test
  void whoAsksForWhatWasLetGoIsToldSo() {
    FakeHost host = new FakeHost(0, 2);
    long kept = host.rumor(0, 1);
    host.log().append(host.rumor(0, 0));
    host.log().append(kept);
    host.log().collect(1);
    Repair repair = new Repair(host);
    repair.receive(1, new RepairRequest(RumorIds.of(host.rumor(0, 0), kept, host.rumor(0, 2))));
    assertEquals(
        List.of(
            new FakeHost.Sent(1, new RepairReply(Rumors.of(kept), RumorIds.of(host.rumor(0, 0))))),
        host.takeSent());
    repair.receive(1, new RepairRequest(RumorIds.of(host.rumor(0, 2))));
    assertEquals(List.of(), host.takeSent(), "there is nothing to say");
  }

  @Test
  void whatAReplySaysIsGoneIsTakenForKnownAndCountedOnce() {
    FakeHost host = new FakeHost(0, 2);
    RumorIds gone = RumorIds.of(host.rumor(1, 0), host.rumor(1, 1));
    new Repair(host).receive(1, new RepairReply(Rumors.NONE, gone));
    assertEquals(2, host.counters().get(Count.FORGONE));
    assertEquals(0, host.log().retained());
    assertTrue(host.log().contains(gone.get(1)));
  }

  @Test
  void aReplyFitsInALine() {
    FakeHost host = new FakeHost(0, 2);
    RumorIds.Builder all = RumorIds.builder();
    String text = "x".repeat(60_000);
    for (int sequence = 0; sequence < 100; sequence++) {
      long rumor = RumorTable.rumor(host.rumors().number(0, 0), sequence);
      host.rumors().store(rumor, TextNode.valueOf(text));
      host.log().append(rumor);
      all.add(rumor);
    }
    new Repair(host).receive(1, new RepairRequest(all.build()));
    int supplied = ((RepairReply) host.takeSent().get(0).message()).rumors().size();
    assertEquals(Repair.REPLY_CHARS / text.length() + 1, supplied);
  }

  /** The planted bug: what these tests look at does notice a repair that never answers. */
  @Test
  void withoutRepliesNodesStayApart() {
    SmallCluster cluster = silent(2).losing(RepairTest::isReply);
    broadcast(cluster, 0, 5);
    cluster.run(60 * SECOND);
    assertEquals(List.of(), cluster.readable(1));
    assertTrue(cluster.takeSent().stream().anyMatch(RepairTest::isReply), "it was asked for");
  }

  private static boolean isReply(Parcel parcel) {
    return parcel.has(RepairReply.class);
  }

  @Test
  void aFloodThatLosesRumorsHasThemRepaired() {
    SmallCluster cluster = new SmallCluster(REPAIRING, true, SmallCluster.total(5));
    SeededRandom random = new SeededRandom(1, 1);
    cluster.losing(parcel -> random.nextInt(10) < 7);
    broadcast(cluster, 0, 20);
    cluster.run(SECOND);
    cluster.losing(parcel -> false).run(30 * SECOND);
    assertEquals(20, cluster.readable(4).size());
    assertTrue(agrees(cluster));
    assertSilence(cluster);
  }
}
