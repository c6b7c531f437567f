package org.hearsay.strategies.fanout;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.delays;
import static org.hearsay.strategies.Effects.delivered;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.fanout.FanoutConfig.Direction;
import org.hearsay.strategies.fanout.FanoutConfig.Mode;
import org.hearsay.strategies.fanout.FanoutConfig.Stop;
import org.hearsay.strategies.fanout.FanoutMessage.Known;
import org.hearsay.strategies.fanout.FanoutMessage.Push;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Guards against interest that ends too soon, too late or never. */
final class FanoutTest {
  private static final int CYCLE = 0;
  private static final int NODES = 10;
  private static final int MAX_CYCLES = 64;
  private static final long INTERVAL_MICROS = 100_000;

  /** How a node loses interest; the rest is the same for all tests. */
  private record Rule(int fanout, Mode mode, Stop stop, int k, int maxCycles) {

    Rule(int fanout, Mode mode, Stop stop, int k) {
      this(fanout, mode, stop, k, MAX_CYCLES);
    }

    RecordingNode<FanoutMessage> node(int id, int nodeCount) {
      FanoutConfig config =
          new FanoutConfig(
              Duration.ofMillis(100), fanout, Direction.PUSH, mode, stop, k, maxCycles, false);
      RecordingNode<FanoutMessage> node = new RecordingNode<>(new Fanout(config), id, nodeCount);
      node.start();
      return node;
    }

    RecordingNode<FanoutMessage> node() {
      return node(0, NODES);
    }
  }

  private static Known known(long cycle) {
    return new Known(cycle, RumorIds.of(rumor(0, 0)));
  }

  /** How many cycles push anything until the node is quiet. */
  private static int cyclesUntilQuiet(RecordingNode<FanoutMessage> node) {
    int pushing = 0;
    for (int cycle = 0; node.hasTimer(); cycle++) {
      assertTrue(cycle <= MAX_CYCLES, "it never ends");
      if (!sent(node.fire(CYCLE)).isEmpty()) {
        pushing++;
      }
    }
    return pushing;
  }

  private static void fireCycles(int count, RecordingNode<FanoutMessage> node) {
    for (int i = 0; i < count; i++) {
      assertFalse(sent(node.fire(CYCLE)).isEmpty(), "interest ended too soon");
    }
  }

  private static void assertHot(RecordingNode<FanoutMessage> node) {
    fireCycles(1, node);
  }

  private static void assertCold(RecordingNode<FanoutMessage> node) {
    assertEquals(List.of(), node.fire(CYCLE), "the last cycle, which sets no other");
    assertFalse(node.hasTimer());
  }

  @Test
  void aNodeThatKnowsNothingDoesNothing() {
    assertFalse(new Rule(2, Mode.FEEDBACK, Stop.COUNTER, 3).node().hasTimer());
  }

  @Test
  void cyclesStartAtARandomMomentWithinAnInterval() {
    List<Long> delays =
        IntStream.range(0, 200)
            .mapToObj(id -> new Rule(2, Mode.FEEDBACK, Stop.COUNTER, 3).node(id, 200))
            .map(node -> delay(CYCLE, node.broadcast()))
            .toList();
    assertTrue(delays.stream().allMatch(delay -> delay < INTERVAL_MICROS), delays.toString());
    assertTrue(delays.stream().anyMatch(delay -> delay < INTERVAL_MICROS / 10));
    assertTrue(delays.stream().anyMatch(delay -> delay > INTERVAL_MICROS / 10 * 9));
  }

  @Test
  void aCyclePushesTheSameMessageToSoManyDifferentMembersLinkedOrNot() {
    RecordingNode<FanoutMessage> node = new Rule(3, Mode.FEEDBACK, Stop.COUNTER, 3).node();
    node.broadcast();
    Set<Integer> contacts = new TreeSet<>();
    for (int cycle = 1; cycle <= 50; cycle++) {
      List<Effect> effects = node.fire(CYCLE);
      assertEquals(3, new TreeSet<>(receivers(effects)).size());
      assertEquals(new Push(cycle, Rumors.of(rumor(0, 0))), sent(effects).get(0).message());
      assertSame(sent(effects).get(0).message(), sent(effects).get(2).message());
      assertEquals(INTERVAL_MICROS, delay(CYCLE, effects));
      contacts.addAll(receivers(effects));
    }
    assertEquals(new TreeSet<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9)), contacts);
  }

  @Test
  void whatIsHotTogetherIsPushedTogether() {
    RecordingNode<FanoutMessage> node = new Rule(1, Mode.FEEDBACK, Stop.COUNTER, 3).node();
    node.broadcast();
    assertEquals(List.of(), node.broadcast(), "the cycle is set already");
    List<Effect> effects = node.receive(4, new Push(9, Rumors.of(rumor(4, 0))));
    assertEquals(List.of(rumor(4, 0)), delivered(effects));
    assertEquals(List.of(), delays(CYCLE, effects));
    assertEquals(
        new Push(1, Rumors.of(rumor(0, 0), rumor(0, 1), rumor(4, 0))),
        sent(node.fire(CYCLE)).get(0).message());
  }

  @Test
  void aRumorLearnedFromAPushIsHot() {
    RecordingNode<FanoutMessage> node = new Rule(1, Mode.FEEDBACK, Stop.COUNTER, 3).node();
    node.receive(4, new Push(9, Rumors.of(rumor(4, 0))));
    assertEquals(new Push(1, Rumors.of(rumor(4, 0))), sent(node.fire(CYCLE)).get(0).message());
  }

  @Test
  void feedbackNamesTheCycleAndTheRumorsThatWereKnown() {
    RecordingNode<FanoutMessage> node = new Rule(1, Mode.FEEDBACK, Stop.COUNTER, 3).node();
    assertEquals(List.of(), sent(node.receive(4, new Push(7, Rumors.of(rumor(4, 0))))));
    Push again = new Push(8, Rumors.of(rumor(4, 1), rumor(4, 0), rumor(4, 2)));
    assertEquals(
        List.of(new Effect.Sent(5, new Known(8, RumorIds.of(rumor(4, 0))))),
        sent(node.receive(5, again)));
  }

  @ParameterizedTest
  @EnumSource
  void aBlindNodeGivesNoFeedback(Stop stop) {
    RecordingNode<FanoutMessage> node = new Rule(1, Mode.BLIND, stop, 3).node();
    node.receive(4, new Push(7, Rumors.of(rumor(4, 0))));
    assertEquals(List.of(), node.receive(4, new Push(8, Rumors.of(rumor(4, 0)))));
  }

  @Test
  void kContactsInARowThatKnewItEndTheInterest() {
    RecordingNode<FanoutMessage> node = new Rule(1, Mode.FEEDBACK, Stop.COUNTER, 3).node();
    node.broadcast();
    for (int cycle = 1; cycle <= 3; cycle++) {
      fireCycles(1, node);
      assertEquals(List.of(), node.receive(4, known(cycle)));
    }
    assertCold(node);
  }

  @Test
  void aContactThatNeededItStartsTheCountAnew() {
    RecordingNode<FanoutMessage> node = new Rule(1, Mode.FEEDBACK, Stop.COUNTER, 3).node();
    node.broadcast();
    fireCycles(6, node);
    node.receive(4, known(1));
    node.receive(4, known(2));
    node.receive(4, known(4));
    node.receive(4, known(5));
    assertHot(node);
    node.receive(4, known(6));
    assertCold(node);
  }

  @Test
  void feedbackCountsForTheCycleItAnswersHoweverLateItComes() {
    RecordingNode<FanoutMessage> node = new Rule(1, Mode.FEEDBACK, Stop.COUNTER, 3).node();
    node.broadcast();
    fireCycles(20, node);
    node.receive(4, known(5));
    node.receive(4, known(6));
    assertHot(node);
    node.receive(4, known(7));
    assertCold(node);
  }

  @Test
  void feedbackThatWasOvertakenDoesNotCount() {
    RecordingNode<FanoutMessage> node = new Rule(1, Mode.FEEDBACK, Stop.COUNTER, 3).node();
    node.broadcast();
    fireCycles(4, node);
    node.receive(4, known(2));
    node.receive(4, known(1));
    node.receive(4, known(3));
    assertHot(node);
    node.receive(4, known(4));
    assertCold(node);
  }

  @Test
  void ofSeveralContactsInACycleAllMustHaveKnownItForTheRowToGoOn() {
    RecordingNode<FanoutMessage> node = new Rule(2, Mode.FEEDBACK, Stop.COUNTER, 4).node();
    node.broadcast();
    fireCycles(3, node);
    node.receive(4, known(1));
    node.receive(4, known(2));
    node.receive(5, known(2));
    node.receive(4, known(3));
    assertHot(node);
    node.receive(5, known(3));
    assertCold(node);
  }

  @Test
  void aClusterSmallerThanTheFanoutHasFewerContactsACycle() {
    RecordingNode<FanoutMessage> node = new Rule(5, Mode.FEEDBACK, Stop.COUNTER, 3).node(0, 3);
    node.broadcast();
    assertEquals(List.of(1, 2), receivers(node.fire(CYCLE)).stream().sorted().toList());
    node.receive(1, known(1));
    node.receive(2, known(1));
    fireCycles(1, node);
    node.receive(1, known(2));
    assertCold(node);
  }

  @Test
  void theCountOfOneRumorIsNotThatOfAnother() {
    RecordingNode<FanoutMessage> node = new Rule(1, Mode.FEEDBACK, Stop.COUNTER, 2).node();
    node.broadcast();
    node.broadcast();
    fireCycles(2, node);
    node.receive(4, known(1));
    node.receive(4, known(2));
    assertEquals(new Push(3, Rumors.of(rumor(0, 1))), sent(node.fire(CYCLE)).get(0).message());
  }

  @Test
  void feedbackOnWhatIsColdOrUnknownIsIgnored() {
    RecordingNode<FanoutMessage> node = new Rule(1, Mode.FEEDBACK, Stop.COUNTER, 1).node();
    node.broadcast();
    fireCycles(1, node);
    node.receive(4, known(1));
    assertEquals(List.of(), node.receive(5, known(1)));
    assertEquals(List.of(), node.receive(5, new Known(1, RumorIds.of(rumor(7, 7)))));
    assertCold(node);
  }

  @ParameterizedTest
  @EnumSource
  void aNodeThatHearsNobodyGivesUpAfterTheMostCycles(Stop stop) {
    RecordingNode<FanoutMessage> node = new Rule(2, Mode.FEEDBACK, stop, 3, 5).node();
    node.broadcast();
    assertEquals(5, cyclesUntilQuiet(node));
  }

  @Test
  void aNodeAloneIsQuietAfterTheMostCycles() {
    RecordingNode<FanoutMessage> node = new Rule(2, Mode.FEEDBACK, Stop.COUNTER, 3).node(0, 1);
    node.broadcast();
    assertEquals(0, cyclesUntilQuiet(node));
  }

  @Test
  void aBlindCounterPushesForKCyclesWhoeverKnewIt() {
    RecordingNode<FanoutMessage> node = new Rule(2, Mode.BLIND, Stop.COUNTER, 4).node();
    node.broadcast();
    assertEquals(4, cyclesUntilQuiet(node));
  }

  @Test
  void theMostCyclesBoundABlindCounterToo() {
    RecordingNode<FanoutMessage> node = new Rule(2, Mode.BLIND, Stop.COUNTER, 4, 2).node();
    node.broadcast();
    assertEquals(2, cyclesUntilQuiet(node));
  }

  @Test
  void aBlindCoinPushesForKCyclesOnAverage() {
    double mean =
        IntStream.range(0, 1_000)
            .mapToObj(id -> new Rule(2, Mode.BLIND, Stop.COIN, 4).node(id, 1_000))
            .mapToInt(
                node -> {
                  node.broadcast();
                  return cyclesUntilQuiet(node);
                })
            .average()
            .orElseThrow();
    assertEquals(4, mean, 0.4);
  }

  @Test
  void aFeedbackCoinNeedsKContactsThatKnewItOnAverageWhateverComesBetween() {
    double mean =
        IntStream.range(0, 1_000)
            .mapToObj(id -> new Rule(1, Mode.FEEDBACK, Stop.COIN, 4).node(id, 1_000))
            .mapToInt(FanoutTest::answersUntilCold)
            .average()
            .orElseThrow();
    assertEquals(4, mean, 0.4);
  }

  /** Answers every third cycle only, so that no two of the contacts that knew it are in a row. */
  private static int answersUntilCold(RecordingNode<FanoutMessage> node) {
    node.receive(999, new Push(1, Rumors.of(rumor(1_000, 0))));
    int answers = 0;
    for (int cycle = 1; !sent(node.fire(CYCLE)).isEmpty(); cycle++) {
      if (cycle % 3 == 0) {
        node.receive(999, new Known(cycle, RumorIds.of(rumor(1_000, 0))));
        answers++;
      }
    }
    return answers;
  }

  @Test
  void cyclesBeginAgainAfterSilence() {
    RecordingNode<FanoutMessage> node = new Rule(2, Mode.BLIND, Stop.COUNTER, 1).node();
    node.broadcast();
    assertEquals(1, cyclesUntilQuiet(node));
    assertTrue(delay(CYCLE, node.broadcast()) < INTERVAL_MICROS);
    assertEquals(new Push(2, Rumors.of(rumor(0, 1))), sent(node.fire(CYCLE)).get(0).message());
  }
}
