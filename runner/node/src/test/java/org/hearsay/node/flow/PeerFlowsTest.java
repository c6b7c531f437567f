package org.hearsay.node.flow;

import static org.hearsay.node.flow.FlowBench.PEER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hearsay.api.Message;
import org.hearsay.node.flow.FlowBench.Hint;
import org.hearsay.node.flow.FlowBench.Left;
import org.hearsay.node.flow.FlowBench.Load;
import org.hearsay.node.flow.FlowBench.Ping;
import org.hearsay.node.flow.FlowBench.Sum;
import org.hearsay.node.flow.FlowBench.Word;
import org.hearsay.node.flow.FlowMessage.FlowCongested;
import org.hearsay.node.flow.FlowMessage.FlowMark;
import org.hearsay.node.service.Count;
import org.junit.jupiter.api.Test;

/**
 * Guards against peers that get more than they take, wait for nothing, or miss what nobody counts.
 */
final class PeerFlowsTest {
  private static final long MILLI = 1_000;
  private static final long SECOND = 1_000_000;

  private final FlowBench bench = FlowBench.controlled();

  @Test
  void theFirstMessageLeavesAtOnceAndThoseAfterItTogether() {
    bench.send(PEER, new Word(1));
    bench.send(PEER, new Word(2));
    bench.send(PEER, new Word(3));
    assertEquals(1, bench.left.size());
    bench.pass(100 * MILLI);
    assertEquals(
        List.of(List.of(new Word(1)), List.of(new Word(2), new Word(3))),
        bench.left.stream().map(Left::words).toList());
    assertEquals(25 * MILLI, bench.left.get(1).micros());
  }

  @Test
  void aFullBatchDoesNotWait() {
    bench.send(PEER, new Word(0));
    for (int i = 1; i <= Pace.FIRST_MESSAGES; i++) {
      bench.send(PEER, new Word(i));
    }
    assertEquals(Pace.FIRST_MESSAGES, bench.left.get(1).words().size());
    assertEquals(0, bench.left.get(1).micros());
  }

  @Test
  void noMoreIsUnderWayThanTheWindowAllowsUntilThePeerAcknowledges() {
    for (int i = 0; i < 100; i++) {
      bench.send(PEER, new Word(i));
      bench.pass(9 * MILLI);
    }
    assertEquals(Window.MOST, bench.left.size());
    bench.acknowledge();
    assertEquals(Window.MOST + 1, bench.left.size());
  }

  @Test
  void aReceiptRidesOnWhatGoesThereAnyway() {
    bench.hear(PEER, new FlowMark(7, 0, 0));
    bench.pass(10 * MILLI);
    bench.send(PEER, new Word(1));
    assertEquals(7, bench.left.get(0).mark().received());
    assertEquals(10 * MILLI, bench.left.get(0).mark().heldMicros());
    bench.acknowledge();
    bench.pass(60 * SECOND);
    assertEquals(1, bench.left.size());
  }

  @Test
  void aReceiptAloneLeavesALittleLaterAndIsNotAcknowledgedSoThatItIsSilentAgain() {
    bench.hear(PEER, new FlowMark(7, 0, 0));
    bench.pass(60 * SECOND);
    assertEquals(1, bench.left.size());
    assertEquals(Receipts.DELAY_MICROS, bench.left.get(0).micros());
    assertEquals(0, bench.left.get(0).mark().number());
    assertEquals(Long.MAX_VALUE, bench.flow().nextDeadlineMicros());
  }

  @Test
  void whatADetectorSaysIsNotNumberedAndCarriesAReceiptOnlyWhereOneIsDue() {
    bench.send(PEER, new Ping());
    bench.hear(PEER, new FlowMark(7, 0, 0), new Ping());
    bench.pass(10 * MILLI);
    bench.send(PEER, new Ping());
    bench.hear(PEER, new Ping());
    bench.send(PEER, new Ping());
    bench.pass(60 * SECOND);
    assertEquals(
        List.of(
            List.of(new Ping()),
            List.of(new FlowMark(0, 7, 10 * MILLI), new Ping()),
            List.of(new Ping())),
        bench.left.stream().map(Left::messages).toList());
  }

  @Test
  void aFewEnvelopesAreAcknowledgedAtOnce() {
    for (int i = 1; i <= Receipts.AT_ONCE; i++) {
      bench.hear(PEER, new FlowMark(i, 0, 0));
    }
    assertEquals(Receipts.AT_ONCE, bench.left.get(0).mark().received());
  }

  @Test
  void aLostEnvelopeIsForgottenAndFreesTheWindow() {
    bench.send(PEER, new Word(1));
    bench.pass(2 * SECOND);
    assertEquals(1, bench.count(Count.TIMED_OUT));
    bench.send(PEER, new Word(2));
    assertEquals(List.of(new Word(2)), bench.left.get(1).words());
  }

  @Test
  void aSilentPeerGetsNothingButProbesAtGrowingIntervalsAndIsRepairedWhenItIsHeard() {
    for (int i = 0; i < Breaker.TIMEOUTS; i++) {
      bench.send(PEER, new Word(i));
      bench.pass(6 * SECOND);
    }
    assertEquals(1, bench.count(Count.BREAKERS_OPENED));
    assertEquals(1, bench.count(Count.BREAKERS_OPEN));
    int before = bench.left.size();
    bench.send(PEER, new Word(9), new Hint(1), new Load(bench.rumors(3)));
    assertEquals(before, bench.left.size());
    assertEquals(2, bench.count(Count.DROPPED));
    assertEquals(1, bench.count(Count.LAZY_DROPPED));
    assertEquals(3, bench.count(Count.RUMORS_DROPPED));
    bench.pass(600 * SECOND);
    List<Left> probes = bench.left.subList(Breaker.TIMEOUTS, bench.left.size());
    assertTrue(probes.stream().allMatch(each -> each.words().isEmpty()));
    List<Long> gaps =
        IntStream.range(1, probes.size())
            .mapToObj(i -> (probes.get(i).micros() - probes.get(i - 1).micros()) / SECOND)
            .toList();
    assertEquals(List.of(2L, 4L, 8L, 16L, 30L, 30L), gaps.subList(0, 6));
    bench.hear(PEER);
    assertEquals(Set.of(PEER), Set.copyOf(bench.repairs));
    assertEquals(0, bench.count(Count.BREAKERS_OPEN));
    bench.send(PEER, new Word(10));
    assertEquals(List.of(new Word(10)), bench.left.get(bench.left.size() - 1).words());
  }

  @Test
  void aPeerThatIsHeardIsNotTakenForSilentThoughNothingIsAcknowledged() {
    for (int i = 0; i < 10; i++) {
      bench.send(PEER, new Word(i));
      bench.pass(3 * SECOND);
      bench.hear(PEER);
      bench.pass(3 * SECOND);
    }
    assertEquals(0, bench.count(Count.BREAKERS_OPENED));
  }

  @Test
  void theReceiptsOfAnEarlierLifeOpenNothing() {
    FlowBench later = new FlowBench(new FlowLimits(true, 0, 0), 1_767_225_700_000L);
    bench.send(PEER, new Word(1));
    later.send(PEER, new Word(1));
    long earlier = bench.left.get(0).mark().number();
    later.hear(PEER, new FlowMark(0, earlier, 0));
    later.pass(2 * SECOND);
    assertEquals(1, later.count(Count.TIMED_OUT));
    bench.hear(PEER, new FlowMark(0, later.left.get(0).mark().number(), 0));
    bench.pass(2 * SECOND);
    assertEquals(1, bench.count(Count.TIMED_OUT));
  }

  @Test
  void aPeerThatStartsAnewIsAcknowledgedByItsNewNumbers() {
    bench.hear(PEER, new FlowMark(5_000, 0, 0));
    bench.hear(PEER, new FlowMark(90_001, 0, 0));
    bench.pass(SECOND);
    assertEquals(90_001, bench.left.get(bench.left.size() - 1).mark().received());
  }

  @Test
  void whatIsSentInTheEventThatWakesAPeerDoesNotKeepItFromBeingWokenAgain() {
    for (int i = 1; i <= Receipts.AT_ONCE; i++) {
      bench.flow().hear(PEER, List.of(new FlowMark(i, 0, 0)));
    }
    bench.send(PEER, new Word(1));
    bench.send(PEER, new Word(2));
    bench.pass(SECOND);
    assertEquals(List.of(new Word(2)), bench.left.get(1).words());
  }

  @Test
  void whatALaterMessageSaysIsNotSentTwice() {
    bench.send(PEER, new Sum(1));
    bench.send(PEER, new Sum(2));
    bench.send(PEER, new Word(5));
    bench.send(PEER, new Sum(3));
    bench.pass(SECOND);
    assertEquals(List.of(new Word(5), new Sum(3)), bench.left.get(1).words());
    assertEquals(1, bench.count(Count.SUPERSEDED));
  }

  @Test
  void whatWaitsTooLongIsDroppedAndAskedFor() {
    for (int i = 0; i < Window.MOST + 50; i++) {
      bench.send(PEER, new Load(bench.rumors(1)));
      bench.pass(26 * MILLI);
    }
    for (int i = 0; i < 30; i++) {
      bench.hear(PEER);
      bench.pass(100 * MILLI);
    }
    assertTrue(bench.count(Count.RUMORS_DROPPED) > 30);
    bench.acknowledge();
    bench.pass(10 * SECOND);
    assertEquals(PEER, bench.repairs.get(0));
  }

  @Test
  void aPeerThatCannotKeepUpGetsLessAndLater() {
    bench.send(PEER, new Word(0));
    bench.hear(PEER, new FlowCongested());
    for (int i = 1; i <= Pace.FIRST_MESSAGES; i++) {
      bench.send(PEER, new Word(i));
    }
    bench.pass(44 * MILLI);
    assertEquals(1, bench.left.size());
    bench.pass(MILLI);
    assertEquals(Pace.FIRST_MESSAGES / 2, bench.left.get(1).words().size());
  }

  @Test
  void aNodeThatIsLateSaysSo() {
    for (int i = 0; i < 20; i++) {
      bench.flow().waited(100 * MILLI);
      bench.pass(10 * MILLI);
    }
    bench.send(PEER, new Word(1));
    assertEquals(Map.of("FlowMark", 1, "FlowCongested", 1, "Word", 1), bench.kinds());
    assertEquals(100 * MILLI, bench.count(Count.LOOP_LAG_MICROS));
  }

  @Test
  void onePeerDoesNotWaitForAnother() {
    Message word = new Word(1);
    for (int i = 0; i < 2_000; i++) {
      bench.send(PEER, word);
    }
    bench.send(2, word);
    assertEquals(2, bench.left.get(bench.left.size() - 1).peer());
    assertTrue(bench.count(Count.QUEUED) <= PeerOutbox.MOST_MESSAGES);
  }
}
