package org.hearsay.strategies.deltaack;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.delays;
import static org.hearsay.strategies.Effects.delivered;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deltaack.DeltaAckMessage.Ack;
import org.hearsay.strategies.deltaack.DeltaAckMessage.Delta;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/**
 * Guards against rumors that are counted as received and were not, or sent again when they need not
 * be, and against a node that never falls silent.
 */
final class DeltaAckTest {
  private static final int FLUSH = 0;
  private static final int LINK_0 = 1;
  private static final int LINK_2 = 2;
  private static final long INTERVAL_MICROS = 100_000;
  private static final long TIMEOUT_MICROS = 500_000;
  private static final long MAX_TIMEOUT_MICROS = 1_200_000;

  /** Node 1 between 0 and 2 in a cluster of 5. */
  private final RecordingNode<DeltaAckMessage> node = started(1024);

  private static RecordingNode<DeltaAckMessage> started(int window) {
    RecordingNode<DeltaAckMessage> node = node(1, window);
    node.start();
    return node;
  }

  private static RecordingNode<DeltaAckMessage> node(int id, int window) {
    DeltaAckConfig config =
        new DeltaAckConfig(
            Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(1200), window);
    return new RecordingNode<>(new DeltaAck(config), id, 300, 0, 2);
  }

  private static Delta delta(long first, long... rumors) {
    return new Delta(first, Rumors.of(rumors));
  }

  private static void assertJittered(long timeoutMicros, long delayMicros) {
    assertTrue(
        timeoutMicros <= delayMicros && delayMicros <= timeoutMicros + timeoutMicros / 4,
        delayMicros + " is not " + timeoutMicros + " and up to a quarter more");
  }

  @Test
  void aNodeThatHasNothingToSaySetsNoTimer() {
    assertFalse(node.hasTimer());
  }

  @Test
  void aRumorLeavesAtOnceAfterASilentInterval() {
    List<Effect> first = node.broadcast();
    assertEquals(List.of(delta(0, rumor(1, 0))), sentTo(0, first));
    assertEquals(List.of(delta(0, rumor(1, 0))), sentTo(2, first));
    node.advance(INTERVAL_MICROS);
    assertEquals(List.of(delta(1, rumor(1, 1))), sentTo(0, node.broadcast()));
  }

  @Test
  void rumorsOfOneIntervalLeaveTogetherWhenItIsOver() {
    node.broadcast();
    node.advance(30_000);
    assertEquals(List.of(new Effect.Scheduled(FLUSH, 70_000)), node.broadcast());
    node.advance(69_999);
    assertEquals(List.of(new Effect.Scheduled(FLUSH, 1)), node.broadcast());
    List<Effect> flush = node.fire(FLUSH);
    assertEquals(INTERVAL_MICROS, node.nowMicros());
    assertEquals(List.of(delta(1, rumor(1, 1), rumor(1, 2))), sentTo(0, flush));
    assertEquals(List.of(delta(1, rumor(1, 1), rumor(1, 2))), sentTo(2, flush));
  }

  @Test
  void aFlushEndsTheWaitForTheNextOne() {
    node.receive(0, delta(0, rumor(0, 0)));
    node.receive(0, delta(0, rumor(0, 0)));
    node.advance(INTERVAL_MICROS);
    node.broadcast();
    assertEquals(
        List.of(), node.broadcast().stream().filter(Effect.Sent.class::isInstance).toList());
    assertEquals(2 * INTERVAL_MICROS, firesAt(FLUSH));
  }

  private long firesAt(int timer) {
    node.fire(timer);
    return node.nowMicros();
  }

  @Test
  void anAcknowledgementRidesWithADelta() {
    node.broadcast();
    node.receive(0, delta(0, rumor(0, 0)));
    node.broadcast();
    assertEquals(List.of(delta(1, rumor(1, 1)), new Ack(1)), sentTo(0, node.fire(FLUSH)));
  }

  @Test
  void anAcknowledgementOfNewsLeavesWithTheNewsItself() {
    List<Effect> effects = node.receive(0, delta(0, rumor(0, 0)));
    assertEquals(List.of(rumor(0, 0)), delivered(effects));
    assertEquals(List.of(new Ack(1)), sentTo(0, effects));
    assertEquals(List.of(delta(0, rumor(0, 0))), sentTo(2, effects));
  }

  @Test
  void anAcknowledgementOfNothingNewGoesAloneAfterAnInterval() {
    node.receive(0, delta(0, rumor(0, 0)));
    node.receive(2, new Ack(1));
    node.advance(INTERVAL_MICROS * 5);
    assertEquals(
        List.of(new Effect.Scheduled(FLUSH, INTERVAL_MICROS)),
        node.receive(2, delta(0, rumor(0, 0))));
    node.advance(INTERVAL_MICROS / 2);
    assertEquals(List.of(), node.receive(2, delta(0, rumor(0, 0))), "the wait is not prolonged");
    assertEquals(List.of(new Effect.Sent(2, new Ack(1))), sent(node.fire(FLUSH)));
    assertFalse(node.hasTimer());
  }

  @Test
  void newsHastenAnAcknowledgementThatWaits() {
    node.receive(0, delta(0, rumor(0, 0)));
    node.receive(2, new Ack(1));
    node.advance(INTERVAL_MICROS * 5);
    node.receive(0, delta(0, rumor(0, 0)));
    assertEquals(List.of(delta(0, rumor(1, 0)), new Ack(1)), sentTo(0, node.broadcast()));
    assertEquals(List.of(), delays(FLUSH, node.receive(0, new Ack(1))));
    node.receive(2, new Ack(2));
    assertFalse(node.hasTimer());
  }

  @Test
  void everyDeltaIsAcknowledgedHoweverOldItIs() {
    node.receive(0, delta(0, rumor(0, 0), rumor(0, 1)));
    for (int copy = 0; copy < 3; copy++) {
      node.receive(0, delta(0, rumor(0, 0)));
      assertEquals(List.of(new Ack(2)), sentTo(0, node.fire(FLUSH)));
    }
  }

  @Test
  void anAcknowledgementNamesTheFirstGap() {
    List<Effect> early = node.receive(0, delta(2, rumor(0, 2)));
    assertEquals(List.of(rumor(0, 2)), delivered(early));
    assertEquals(List.of(new Ack(0)), sentTo(0, early));
    node.receive(0, delta(0, rumor(0, 0)));
    assertEquals(List.of(new Ack(1)), sentTo(0, node.fire(FLUSH)));
    node.receive(0, delta(1, rumor(0, 1), rumor(0, 2), rumor(0, 3)));
    assertEquals(List.of(new Ack(4)), sentTo(0, node.fire(FLUSH)));
    node.receive(0, delta(3, rumor(0, 3), rumor(0, 4)));
    assertEquals(List.of(new Ack(5)), sentTo(0, node.fire(FLUSH)));
  }

  @Test
  void aSingleMissingRumorIsAGapToo() {
    assertEquals(List.of(new Ack(0)), sentTo(0, node.receive(0, delta(1, rumor(0, 1)))));
  }

  @Test
  void nothingGoesBackWhereItCameFrom() {
    node.broadcast();
    node.receive(0, delta(0, rumor(0, 0)));
    node.receive(2, delta(0, rumor(0, 0), rumor(3, 0)));
    List<Effect> flush = node.fire(FLUSH);
    assertEquals(List.of(delta(1, rumor(3, 0)), new Ack(1)), sentTo(0, flush));
    assertEquals(List.of(new Ack(2)), sentTo(2, flush), "both are known there");
  }

  @Test
  void whatNeedNotBeSentLeavesNoGapInTheNumbers() {
    node.receive(0, delta(0, rumor(0, 0)));
    node.advance(INTERVAL_MICROS);
    assertEquals(List.of(delta(0, rumor(1, 0))), sentTo(0, node.broadcast()));
  }

  @Test
  void whatAPeerTellsWhileItWaitsForTheWindowIsNotSent() {
    RecordingNode<DeltaAckMessage> narrow = started(1);
    narrow.receive(2, delta(0, rumor(2, 0), rumor(2, 1), rumor(2, 2)));
    narrow.receive(0, delta(0, rumor(2, 1)));
    narrow.fire(FLUSH);
    narrow.advance(INTERVAL_MICROS);
    assertEquals(List.of(delta(1, rumor(2, 2))), sentTo(0, narrow.receive(0, new Ack(1))));
  }

  @Test
  void whatIsInFlightNeverExceedsTheWindow() {
    RecordingNode<DeltaAckMessage> narrow = started(2);
    narrow.receive(2, delta(0, rumor(2, 0), rumor(2, 1), rumor(2, 2), rumor(2, 3), rumor(2, 4)));
    narrow.advance(INTERVAL_MICROS);
    assertEquals(List.of(), sentTo(0, narrow.broadcast()), "2 are in flight");
    narrow.advance(INTERVAL_MICROS);
    assertEquals(List.of(delta(2, rumor(2, 2))), sentTo(0, narrow.receive(0, new Ack(1))));
    assertEquals(List.of(delta(1, rumor(2, 1), rumor(2, 2))), sentTo(0, narrow.fire(LINK_0)));
    narrow.advance(INTERVAL_MICROS);
    assertEquals(
        List.of(delta(3, rumor(2, 3), rumor(2, 4))), sentTo(0, narrow.receive(0, new Ack(3))));
    narrow.advance(INTERVAL_MICROS);
    assertEquals(List.of(delta(5, rumor(1, 0))), sentTo(0, narrow.receive(0, new Ack(5))));
  }

  @Test
  void aWindowThatOpensIsFilledAtOnceOrWhenTheIntervalIsOver() {
    RecordingNode<DeltaAckMessage> narrow = started(1);
    narrow.receive(2, delta(0, rumor(2, 0), rumor(2, 1)));
    narrow.advance(40_000);
    assertEquals(60_000, delay(FLUSH, narrow.receive(0, new Ack(1))));
    assertEquals(List.of(delta(1, rumor(2, 1))), sentTo(0, narrow.fire(FLUSH)));
  }

  @Test
  void whatIsNotAcknowledgedIsSentAgainFromTheFirstGapOn() {
    node.broadcast();
    node.advance(INTERVAL_MICROS);
    node.broadcast();
    node.advance(INTERVAL_MICROS);
    node.broadcast();
    assertEquals(
        List.of(new Effect.Sent(0, delta(0, rumor(1, 0), rumor(1, 1), rumor(1, 2)))),
        sent(node.fire(LINK_0)));
    node.receive(0, new Ack(1));
    assertEquals(
        List.of(new Effect.Sent(0, delta(1, rumor(1, 1), rumor(1, 2)))), sent(node.fire(LINK_0)));
  }

  @Test
  void theTimeoutDoublesUpToItsMaximum() {
    assertJittered(TIMEOUT_MICROS, delay(LINK_0, node.broadcast()));
    assertJittered(2 * TIMEOUT_MICROS, delay(LINK_0, node.fire(LINK_0)));
    for (int i = 0; i < 10; i++) {
      assertJittered(MAX_TIMEOUT_MICROS, delay(LINK_0, node.fire(LINK_0)));
    }
  }

  @Test
  void upToAQuarterIsAddedToTheTimeoutAtRandom() {
    List<Long> delays = new ArrayList<>();
    for (int id : IntStream.range(3, 203).toArray()) {
      RecordingNode<DeltaAckMessage> one = node(id, 1024);
      one.start();
      delays.add(delay(LINK_0, one.broadcast()));
    }
    delays.forEach(delay -> assertJittered(TIMEOUT_MICROS, delay));
    assertTrue(delays.stream().anyMatch(delay -> delay < TIMEOUT_MICROS * 1.02));
    assertTrue(delays.stream().anyMatch(delay -> delay > TIMEOUT_MICROS * 1.23));
  }

  @Test
  void progressEndsTheDoublingAndRestartsTheWait() {
    node.broadcast();
    node.advance(INTERVAL_MICROS);
    node.broadcast();
    node.fire(LINK_0);
    node.fire(LINK_0);
    assertJittered(TIMEOUT_MICROS, delay(LINK_0, node.receive(0, new Ack(1))));
    assertJittered(2 * TIMEOUT_MICROS, delay(LINK_0, node.fire(LINK_0)));
  }

  @Test
  void theDoublingIsForgottenWhenAllIsAcknowledged() {
    node.broadcast();
    node.fire(LINK_0);
    node.fire(LINK_0);
    node.receive(0, new Ack(1));
    assertJittered(TIMEOUT_MICROS, delay(LINK_0, node.broadcast()));
  }

  @Test
  void laterRumorsDoNotPutOffTheRetransmissionOfEarlierOnes() {
    node.broadcast();
    node.advance(INTERVAL_MICROS);
    assertEquals(List.of(), delays(LINK_0, node.broadcast()));
  }

  @Test
  void anAcknowledgementOfWhatWasNeverSentIsIgnored() {
    node.broadcast();
    assertEquals(List.of(), node.receive(0, new Ack(2)));
    assertEquals(List.of(delta(0, rumor(1, 0))), sentTo(0, node.fire(LINK_0)));
    assertEquals(List.of(), node.receive(2, new Ack(1_000_000)));
    assertEquals(List.of(), node.receive(3, new Ack(1)), "nothing ever went to 3");
  }

  @Test
  void anAcknowledgementThatWasOvertakenIsIgnored() {
    node.broadcast();
    node.advance(INTERVAL_MICROS);
    node.broadcast();
    node.receive(0, new Ack(1));
    assertEquals(List.of(), node.receive(0, new Ack(0)));
    assertEquals(List.of(), node.receive(0, new Ack(1)));
    assertEquals(List.of(delta(1, rumor(1, 1))), sentTo(0, node.fire(LINK_0)));
  }

  @Test
  void silenceFollowsTheLastAcknowledgement() {
    node.broadcast();
    node.receive(0, new Ack(1));
    assertTrue(node.hasTimer());
    assertEquals(List.of(new Effect.Cancelled(LINK_2)), node.receive(2, new Ack(1)));
    assertFalse(node.hasTimer());
  }

  @Test
  void aNeighborThatLeavesIsSentNothingMore() {
    node.broadcast();
    node.linkTo(2);
    node.receive(2, new Ack(1));
    assertFalse(node.hasTimer(), "nothing is awaited from 0");
    node.advance(INTERVAL_MICROS);
    assertEquals(List.of(), sentTo(0, node.broadcast()));
  }

  @Test
  void aChangeOfNeighborsDoesNotPutOffWhatOthersWaitFor() {
    node.broadcast();
    assertEquals(List.of(), delays(LINK_2, node.linkTo(2, 3)), "a retransmission to 2");
    RecordingNode<DeltaAckMessage> silent = started(1024);
    silent.linkTo(0);
    assertEquals(
        List.of(delta(0, rumor(1, 0))), sentTo(0, silent.broadcast()), "there was no flush");
  }

  @Test
  void aNewNeighborIsSentTheWholeLog() {
    node.broadcast();
    node.receive(0, delta(0, rumor(0, 0)));
    node.fire(FLUSH);
    node.advance(INTERVAL_MICROS);
    assertEquals(List.of(delta(0, rumor(1, 0), rumor(0, 0))), sentTo(3, node.linkTo(0, 2, 3)));
  }

  @Test
  void whoIsNoNeighborIsHeardAndAcknowledgedButToldNothing() {
    List<Effect> effects = node.receive(3, delta(0, rumor(3, 0)));
    assertEquals(List.of(rumor(3, 0)), delivered(effects));
    assertEquals(List.of(new Ack(1)), sentTo(3, effects));
    node.advance(INTERVAL_MICROS);
    assertEquals(List.of(), sentTo(3, node.broadcast()));
  }
}
