package org.hearsay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.api.Digest;
import org.hearsay.api.Rumors;
import org.hearsay.api.plugin.Trait;
import org.hearsay.chaos.check.Census;
import org.hearsay.chaos.check.Complaint;
import org.hearsay.chaos.check.Law;
import org.hearsay.chaos.check.Laws;
import org.hearsay.chaos.check.OrderChecker;
import org.hearsay.chaos.draw.TrialDrawing;
import org.hearsay.node.flow.FlowLimits;
import org.hearsay.node.flow.FlowMessage.FlowMark;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.order.Order;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.repair.RepairMessage.RepairSummary;
import org.hearsay.node.retention.RetentionLimits;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs in which readers are promised an order: nothing is lost, whatever the strategy. */
class OrderedRunsTest {
  private static final int SEEDS = 6;

  private static final Settings LOSSY =
      Settings.challenge(1)
          .with(new Settings.Shape(6, Topology.LINE))
          .with(
              new Settings.Load(
                  Settings.Load.Workload.BROADCASTS,
                  5,
                  Duration.ofSeconds(3),
                  Duration.ofMinutes(2)))
          .withLoss(0.2);

  private static ConfiguredStrategy<?, ?> flood(Order order) {
    return Misbehaving.with(Misbehaving.Fault.NOTHING, Trait.DELIVERS_TO_ALL, Trait.QUIESCENT)
        .guaranteeing(new Guarantees(false, RetentionLimits.NONE, order, FlowLimits.NONE, false));
  }

  @ParameterizedTest
  @EnumSource(
      value = Order.class,
      names = {"FIFO", "CAUSAL"})
  void drawnRunsBreakNoLaw(Order order) throws InterruptedException {
    Campaign campaign = new Campaign(new TrialDrawing(List.of(flood(order))), 1, SEEDS);
    campaign.run(() -> true);
    assertEquals(Map.of(), campaign.failures());
  }

  @Test
  void aFloodLosesNothingThoughMessagesAreLost() {
    assertEquals(List.of(), Examination.of(new Trial(flood(Order.FIFO), LOSSY)).complaints());
  }

  /** The planted bug: nobody repairs, though it is promised. */
  @Test
  void aRepairThatNeverAnswersIsFoundOut() {
    Census census = new Census();
    Outcome unrepaired = Simulation.run(flood(Order.NONE), LOSSY, census);
    Laws.Promised promised = new Laws.Promised(flood(Order.FIFO).promises());
    assertEquals(
        EnumSet.of(Law.NOTHING_LOST, Law.AGREEMENT),
        laws(promised, unrepaired, census, new OrderChecker(Order.FIFO)));
  }

  private static Set<Law> laws(
      Laws.Promised promised, Outcome outcome, Census census, OrderChecker order) {
    return Laws.judge(promised, outcome, census, order).stream()
        .map(Complaint::law)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Law.class)));
  }

  @Test
  void whatIsShownTooEarlyOrHeldBackBreaksALaw() {
    Census census = new Census();
    OrderChecker order = new OrderChecker(Order.FIFO);
    ConfiguredStrategy<?, ?> flood = flood(Order.FIFO);
    Outcome outcome = Simulation.run(flood, LOSSY, census, order);
    assertEquals(List.of(), Laws.judge(flood, outcome, census, order));
    order.delivered(1, 0, 0, 77L << Integer.SIZE);
    order.delivered(1, 1, 0, 77L << Integer.SIZE);
    assertEquals(
        "held back at the end: n0#0 at n0, n0#0 at n1",
        Laws.judge(flood, outcome, census, order).get(0).what());
    order.released(2, 2, 77L << Integer.SIZE);
    List<Complaint> complaints = Laws.judge(flood, outcome, census, order);
    assertTrue(complaints.stream().allMatch(each -> each.law() == Law.ORDER));
    assertEquals(2, complaints.size());
  }

  @Test
  void runtimesThatTalkOnThoughAllAgreeBreakTheirSilence() {
    Census census = new Census();
    OrderChecker order = new OrderChecker(Order.FIFO);
    ConfiguredStrategy<?, ?> flood = flood(Order.FIFO);
    Outcome outcome = Simulation.run(flood, LOSSY, census, order);
    List<RepairSummary> chatter = List.of(new RepairSummary(Digest.EMPTY, Digest.EMPTY, false));
    census.sent(outcome.endMicros() - 60_000_000, 0, 1, chatter, new byte[0]);
    assertEquals(List.of(), Laws.judge(flood, outcome, census, order), "there was time to end it");
    census.sent(outcome.endMicros() - 1_000_000, 0, 1, chatter, new byte[0]);
    assertEquals(Law.QUIET, Laws.judge(flood, outcome, census, order).get(0).law());
    Laws.Promised restless =
        new Laws.Promised(flood.promises(), Set.of(Trait.DELIVERS_TO_ALL), false);
    assertFalse(laws(restless, outcome, census, order).isEmpty(), "whatever the strategy does");
  }

  @Test
  void receiptsAreNoTalkOfTheRuntimesUnlessThereIsNothingToAcknowledge() {
    Census census = new Census();
    ConfiguredStrategy<?, ?> flood = flood(Order.FIFO);
    Outcome outcome = Simulation.run(flood, LOSSY, census);
    Laws.Promised promised = new Laws.Promised(flood.promises(), Set.of(), false);
    OrderChecker order = new OrderChecker(Order.NONE);
    long end = outcome.endMicros();
    census.sent(end - 31_000_000, 0, 1, List.of(new Misbehaving.Tell(Rumors.NONE)), new byte[0]);
    census.sent(end - 2_000_000, 1, 0, List.of(new FlowMark(0, 7, 0)), new byte[0]);
    assertEquals(List.of(), Laws.judge(promised, outcome, census, order));
    census.sent(end, 1, 0, List.of(new FlowMark(0, 7, 0)), new byte[0]);
    assertEquals(Set.of(Law.QUIET), laws(promised, outcome, census, order));
  }

  @Test
  void nothingButFlowControlAnswersToWhatAStrategySays() {
    Census census = new Census();
    ConfiguredStrategy<?, ?> flood = flood(Order.FIFO);
    Outcome outcome = Simulation.run(flood, LOSSY, census);
    Laws.Promised promised = new Laws.Promised(flood.promises(), Set.of(), false);
    long end = outcome.endMicros();
    List<RepairSummary> chatter = List.of(new RepairSummary(Digest.EMPTY, Digest.EMPTY, false));
    census.sent(end - 1, 0, 1, List.of(new Misbehaving.Tell(Rumors.NONE)), new byte[0]);
    census.sent(end, 1, 0, chatter, new byte[0]);
    assertEquals(Set.of(Law.QUIET), laws(promised, outcome, census, new OrderChecker(Order.NONE)));
  }
}
