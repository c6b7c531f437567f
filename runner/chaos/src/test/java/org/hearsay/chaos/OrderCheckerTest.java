package org.hearsay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.api.plugin.Trait;
import org.hearsay.chaos.check.OrderChecker;
import org.hearsay.node.flow.FlowLimits;
import org.hearsay.node.guarantee.Guarantees;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.order.Order;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.retention.RetentionLimits;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Simulation;
import org.junit.jupiter.api.Test;

/** Readers who are shown something too early, or never, are noticed: by hand and in real runs. */
class OrderCheckerTest {
  private final OrderChecker fifo = new OrderChecker(Order.FIFO);
  private final OrderChecker causal = new OrderChecker(Order.CAUSAL);

  /** A rumor, by its origin and sequence number. */
  private static long rumor(int origin, int sequence) {
    return RumorTable.rumor(origin, sequence);
  }

  private static void begin(OrderChecker checker, int origin, int sequence) {
    checker.delivered(0, origin, origin, rumor(origin, sequence));
    checker.released(0, origin, rumor(origin, sequence));
  }

  private static void bring(OrderChecker checker, int node, long rumor) {
    checker.delivered(0, node, 9, rumor);
  }

  private static void show(OrderChecker checker, int node, long... rumors) {
    for (long rumor : rumors) {
      bring(checker, node, rumor);
      checker.released(0, node, rumor);
    }
  }

  @Test
  void inOrderThereIsNothingToSay() {
    begin(causal, 0, 0);
    begin(causal, 0, 1);
    show(causal, 1, rumor(0, 0), rumor(0, 1));
    begin(causal, 1, 0);
    show(causal, 2, rumor(0, 0), rumor(0, 1), rumor(1, 0));
    assertEquals(List.of(), causal.violations());
    assertEquals(List.of(), causal.heldBack());
  }

  @Test
  void aLaterRumorOfASourceMustNotBeShownFirst() {
    begin(fifo, 0, 0);
    begin(fifo, 0, 1);
    show(fifo, 1, rumor(0, 1), rumor(0, 0));
    assertEquals(List.of("n1 shows n0#1 before n0#0"), fifo.violations());
  }

  @Test
  void noRumorIsShownBeforeWhatItsOriginHadShown() {
    for (OrderChecker checker : List.of(fifo, causal)) {
      begin(checker, 0, 0);
      show(checker, 1, rumor(0, 0));
      begin(checker, 1, 0);
      show(checker, 2, rumor(1, 0), rumor(0, 0));
    }
    assertEquals(List.of(), fifo.violations(), "fifo does not ask for that");
    assertEquals(List.of("n2 shows n1#0 before n0#0"), causal.violations());
  }

  @Test
  void whatItsOriginKnewAndDidNotShowDoesNotGoBeforeIt() {
    begin(causal, 0, 0);
    bring(causal, 1, rumor(0, 0));
    begin(causal, 1, 0);
    show(causal, 2, rumor(1, 0));
    assertEquals(List.of(), causal.violations());
  }

  @Test
  void nothingIsShownTwiceOrUnknown() {
    begin(fifo, 0, 0);
    fifo.released(0, 1, rumor(0, 0));
    fifo.released(0, 0, rumor(0, 0));
    assertEquals(
        List.of("n1 shows n0#0, which it does not know", "n0 shows n0#0 again"), fifo.violations());
  }

  @Test
  void eachLifeIsJudgedByItself() {
    begin(fifo, 0, 0);
    begin(fifo, 0, 1);
    show(fifo, 1, rumor(0, 0));
    fifo.died(0, 1);
    show(fifo, 1, rumor(0, 1));
    assertEquals(List.of("n1 shows n0#1 before n0#0"), fifo.violations());
  }

  @Test
  void whatIsGoneExcusesWhereItIsGoneAndNowhereElse() {
    begin(causal, 0, 0);
    begin(causal, 0, 1);
    causal.gone(0, 1, rumor(0, 0));
    show(causal, 1, rumor(0, 1));
    assertEquals(List.of(), causal.violations());
    show(causal, 2, rumor(0, 1));
    assertEquals(List.of("n2 shows n0#1 before n0#0"), causal.violations());
  }

  @Test
  void whatIsNeverShownIsHeldBack() {
    begin(fifo, 0, 0);
    begin(fifo, 0, 1);
    show(fifo, 1, rumor(0, 0));
    bring(fifo, 1, rumor(0, 1));
    assertEquals(List.of("n0#1 at n1"), fifo.heldBack());
  }

  @Test
  void nobodyWaitsInVainForTheDead() {
    for (OrderChecker checker : List.of(fifo, causal)) {
      begin(checker, 0, 0);
      begin(checker, 0, 1);
      bring(checker, 1, rumor(0, 1));
      assertEquals(List.of("n0#1 at n1"), checker.heldBack());
      checker.died(0, 0);
      assertEquals(List.of(), checker.heldBack());
    }
  }

  /** Twenty broadcasts a second, and messages that overtake each other. */
  private static final Settings LIVELY =
      Settings.challenge(1)
          .with(new Settings.Shape(5, Topology.TOTAL))
          .with(
              new Settings.Load(
                  Settings.Load.Workload.BROADCASTS,
                  20,
                  Duration.ofSeconds(3),
                  Duration.ofMinutes(2)))
          .with(
              new Settings.Network(
                  Settings.Network.Model.IDEAL,
                  Conditions.of(new Latency.Range(1_000, 300_000), 0)));

  private static void run(Order order, RunObserver observer) {
    Guarantees guarantees =
        new Guarantees(false, RetentionLimits.NONE, order, FlowLimits.NONE, false);
    ConfiguredStrategy<?, ?> strategy =
        Misbehaving.with(Misbehaving.Fault.NOTHING, Trait.DELIVERS_TO_ALL, Trait.QUIESCENT);
    Simulation.run(strategy.guaranteeing(guarantees), LIVELY, observer);
  }

  @Test
  void trueViewsAreNotBlamed() {
    run(Order.FIFO, fifo);
    run(Order.CAUSAL, causal);
    for (OrderChecker checker : List.of(fifo, causal)) {
      assertEquals(List.of(), checker.violations());
      assertEquals(List.of(), checker.heldBack());
    }
  }

  /** Shows rumors as they come. */
  private static RunObserver unordered(OrderChecker judge) {
    return new RunObserver() {
      @Override
      public void delivered(long micros, int node, int from, long rumor) {
        judge.delivered(micros, node, from, rumor);
        judge.released(micros, node, rumor);
      }
    };
  }

  @Test
  void aViewThatShowsRumorsAsTheyComeIsNoticed() {
    for (OrderChecker checker : List.of(fifo, causal)) {
      run(Order.NONE, unordered(checker));
      assertFalse(checker.violations().isEmpty());
    }
  }

  /** A view that knows no order but that of sources is causal order without dependencies. */
  @Test
  void aCausalViewThatForgetsDependenciesIsNoticed() {
    run(Order.FIFO, causal);
    assertFalse(causal.violations().isEmpty());
  }

  /** Leaves out one of the rumors that node 2 shows. */
  private static final class Dropping implements RunObserver {
    private final OrderChecker judge;
    private final int dropped;
    private int released;

    Dropping(OrderChecker judge, int dropped) {
      this.judge = judge;
      this.dropped = dropped;
    }

    @Override
    public void delivered(long micros, int node, int from, long rumor) {
      judge.delivered(micros, node, from, rumor);
    }

    @Override
    public void released(long micros, int node, long rumor) {
      if (node != 2 || ++released != dropped) {
        judge.released(micros, node, rumor);
      }
    }
  }

  @Test
  void aViewThatLeavesOneOutIsNoticed() {
    run(Order.CAUSAL, new Dropping(causal, 5));
    assertTrue(causal.violations().get(0).startsWith("n2 shows"), causal.violations().toString());
    assertEquals(1, causal.heldBack().size());
  }

  @Test
  void evenIfItIsTheVeryLast() {
    Dropping counting = new Dropping(new OrderChecker(Order.FIFO), 0);
    run(Order.FIFO, counting);
    run(Order.FIFO, new Dropping(fifo, counting.released));
    assertEquals(List.of(), fifo.violations());
    assertEquals(1, fifo.heldBack().size());
  }
}
