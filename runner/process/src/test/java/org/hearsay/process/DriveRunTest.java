package org.hearsay.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.process.SmallNode.Fault;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Faults.Nemesis;
import org.hearsay.scenario.Settings.Load.Workload;
import org.hearsay.scenario.Settings.Network.Model;
import org.hearsay.scenario.check.Net;
import org.hearsay.scenario.check.StrictVerdict;
import org.hearsay.scenario.check.Validity;
import org.hearsay.scenario.cluster.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against runs that differ from Maelstrom's, or from what the settings say. */
final class DriveRunTest {
  private static final Settings CHALLENGE = Settings.challenge(1);

  private static Settings with(Nemesis nemesis, int seconds) {
    return CHALLENGE.with(new Settings.Faults(nemesis, Duration.ofSeconds(seconds)));
  }

  /** Genuine Maelstrom counted 52,864 messages for 944 broadcasts, and 22,800 for 950. */
  @ParameterizedTest
  @CsvSource({"GRID, 56", "TREE4, 24", "LINE, 24", "TOTAL, 576"})
  void aFloodCostsWhatItCostsUnderGenuineMaelstrom(Topology topology, long messages) {
    DriveOutcome outcome =
        FakeNodes.run(Fault.NONE, CHALLENGE.with(new Settings.Shape(25, topology)));
    assertEquals(messages * outcome.broadcasts(), outcome.maelstrom().net().servers().sent());
    assertTrue(outcome.valid());
    assertEquals(Validity.VALID, outcome.maelstrom().validity());
  }

  /** Genuine Maelstrom: 451/676/748/807 ms. */
  @Test
  void aFloodIsAsFastAsUnderGenuineMaelstrom() {
    DriveOutcome outcome = FakeNodes.run(Fault.NONE, CHALLENGE);
    assertEquals(451, (double) outcome.maelstrom().workload().stableLatencyMillis(0.5), 23);
    assertEquals(676, (double) outcome.maelstrom().workload().stableLatencyMillis(0.95), 34);
    assertEquals(748, (double) outcome.maelstrom().workload().stableLatencyMillis(0.99), 37);
    assertEquals(807, (double) outcome.maelstrom().workload().stableLatencyMillis(1), 40);
  }

  @Test
  void clientsAndNodesExchangeTwoMessagesAnOperationAndFourANodeBefore() {
    DriveOutcome outcome = FakeNodes.run(Fault.NONE, CHALLENGE);
    long messages = 2L * outcome.operations() + 100;
    assertEquals(new Net.Group(messages, messages), outcome.maelstrom().net().clients());
  }

  @Test
  void whatIsLostCountsAsSentOnly() {
    Net.Group servers =
        FakeNodes.run(Fault.NONE, CHALLENGE.withLoss(0.1)).maelstrom().net().servers();
    assertEquals(0.9, servers.received() / (double) servers.sent(), 0.01);
  }

  @Test
  void partitionsDropMessages() {
    DriveOutcome outcome = FakeNodes.run(Fault.NONE, with(Nemesis.PARTITION, 5));
    Net.Group servers = outcome.maelstrom().net().servers();
    assertTrue(servers.received() < servers.sent());
    assertFalse(outcome.strict().missing().isEmpty());
  }

  @Test
  void aKilledNodeStartsAnewAndHasForgotten() {
    FakeNodes nodes = new FakeNodes(Fault.NONE);
    DriveOutcome outcome = nodes.run(with(Nemesis.KILL, 3));
    assertTrue(nodes.launched().size() > 25);
    assertFalse(outcome.strict().missing().isEmpty());
    assertTrue(outcome.strict().unread().isEmpty());
    assertEquals(List.of(), outcome.misbehaviors());
  }

  @Test
  void aPausedNodeMakesClientsWaitAndLosesNothing() {
    DriveOutcome outcome = FakeNodes.run(Fault.NONE, with(Nemesis.PAUSE, 6));
    assertTrue(outcome.maelstrom().stats().okFraction() < 1);
    assertTrue(outcome.valid());
  }

  @Test
  void withoutTheOneReaderOfANodeClientsWaitForNothing() {
    Settings.Network network = CHALLENGE.network();
    DriveOutcome outcome =
        FakeNodes.run(
            Fault.NONE,
            CHALLENGE.with(new Settings.Network(Model.IDEAL, network.latency(), network.loss())));
    assertTrue(outcome.maelstrom().workload().stableLatencyMillis(0.5) > 451 + 23);
  }

  /** Fifty a second for ten seconds, whatever nodes do; 56 messages each, as ever. */
  @Test
  void clientsThatDoNotWaitAskAtEqualGapsAndEverybodyIsReadAtTheEnd() {
    DriveOutcome outcome = FakeNodes.run(Fault.NONE, overlapping(25));
    assertEquals(500, outcome.served().accepted());
    assertEquals(525, outcome.operations());
    assertEquals(56L * 500, outcome.maelstrom().net().servers().sent());
    assertTrue(outcome.valid());
  }

  /** Node n1 is asked on while one of its answers is six seconds late. */
  @Test
  void anAnswerThatComesTooLateHoldsUpNobodyAndIsNoFault() {
    DriveOutcome outcome = FakeNodes.run(Fault.LATE, overlapping(3));
    assertEquals(499, outcome.served().accepted());
    assertEquals(1, outcome.served().unanswered());
    assertEquals(List.of(), outcome.misbehaviors());
    assertTrue(outcome.valid());
  }

  private static Settings overlapping(int nodeCount) {
    return CHALLENGE
        .with(new Settings.Shape(nodeCount, Topology.GRID))
        .with(
            new Settings.Load(
                Workload.BROADCASTS, 50, Duration.ofSeconds(10), Duration.ofSeconds(5)));
  }

  @Test
  void whatNodesLetGoIsNotMissingIfTheyMay() {
    DriveOutcome outcome = new FakeNodes(Fault.KEEPS_FEW).runLettingGo(CHALLENGE);
    assertTrue(outcome.valid(), outcome.strict().toString());
    assertTrue(outcome.maelstrom().workload().lostCount() > 0);
    assertFalse(FakeNodes.run(Fault.KEEPS_FEW, CHALLENGE).strict().missing().isEmpty());
  }

  @Test
  void whatANodeNeverHadIsMissingEvenIfItMayLetGo() {
    StrictVerdict strict =
        new FakeNodes(Fault.KEEPS_FEW_AND_LOSES).runLettingGo(CHALLENGE).strict();
    assertEquals(List.of(1), strict.missingAt());
    assertFalse(strict.missing().isEmpty());
    assertTrue(strict.missing().stream().allMatch(value -> value % 10 == 0));
  }

  @Test
  void theSameSeedAsksTheSameOfEachNode() {
    assertEquals(FakeNodes.run(Fault.NONE, CHALLENGE), FakeNodes.run(Fault.NONE, CHALLENGE));
  }
}
