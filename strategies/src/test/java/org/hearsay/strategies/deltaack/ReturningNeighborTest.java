package org.hearsay.strategies.deltaack;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deltaack.DeltaAckMessage.Ack;
import org.hearsay.strategies.deltaack.DeltaAckMessage.Delta;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/**
 * Guards against a neighbor that comes back, with its state or without, and is sent too little, or
 * too much, or is believed to have received what it has not.
 */
final class ReturningNeighborTest {
  private static final int FLUSH = 0;
  private static final int LINK_0 = 1;
  private static final long INTERVAL_MICROS = 100_000;
  private static final long TIMEOUT_MICROS = 500_000;
  private static final long MAX_TIMEOUT_MICROS = 1_200_000;

  /** Where the numbers of a link begin that was interrupted once. */
  private static final long EPOCH = 1L << 40;

  /** Node 1 between 0 and 2. */
  private final RecordingNode<DeltaAckMessage> node =
      new RecordingNode<>(
          new DeltaAck(
              new DeltaAckConfig(
                  Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMillis(1200), 1024)),
          1,
          5,
          0,
          2);

  ReturningNeighborTest() {
    node.start();
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
  void itIsSentWhatItMissedUnderTheNextNumbers() {
    node.broadcast();
    node.receive(0, new Ack(1));
    node.linkTo(2);
    node.advance(INTERVAL_MICROS);
    node.broadcast();
    node.advance(INTERVAL_MICROS);
    assertEquals(List.of(delta(1, rumor(1, 1))), sentTo(0, node.linkTo(0, 2)));
  }

  @Test
  void whatWasUnderWayIsSentAgainUnderNumbersOfItsOwnAndWaitedFor() {
    node.broadcast();
    node.receive(0, new Ack(1));
    node.advance(INTERVAL_MICROS);
    node.broadcast();
    node.linkTo(2);
    node.advance(INTERVAL_MICROS);
    List<Effect> effects = node.linkTo(0, 2);
    assertEquals(List.of(delta(EPOCH, rumor(1, 1))), sentTo(0, effects));
    assertJittered(TIMEOUT_MICROS, delay(LINK_0, effects));
    assertEquals(List.of(delta(EPOCH, rumor(1, 1))), sentTo(0, node.fire(LINK_0)));
  }

  @Test
  void anAcknowledgementFromBeforeIsNotTakenForOneOfTheNewNumbers() {
    node.broadcast();
    node.linkTo(2);
    node.advance(INTERVAL_MICROS);
    node.linkTo(0, 2);
    node.receive(0, new Ack(1));
    assertEquals(List.of(delta(EPOCH, rumor(1, 0))), sentTo(0, node.fire(LINK_0)));
    assertEquals(List.of(new Effect.Cancelled(LINK_0)), node.receive(0, new Ack(EPOCH + 1)));
  }

  @Test
  void itsOwnNewNumbersAreAcknowledgedFromTheirStart() {
    node.receive(0, delta(0, rumor(0, 0)));
    node.receive(0, delta(EPOCH + 1, rumor(0, 2)));
    assertEquals(List.of(new Ack(EPOCH)), sentTo(0, node.fire(FLUSH)), "the first is missing");
    node.receive(0, delta(EPOCH, rumor(0, 1)));
    assertEquals(List.of(new Ack(EPOCH + 1)), sentTo(0, node.fire(FLUSH)));
    node.receive(0, delta(1, rumor(0, 1)));
    assertEquals(List.of(new Ack(EPOCH + 1)), sentTo(0, node.fire(FLUSH)), "it was under way");
  }

  @Test
  void itIsAcknowledgedAsBefore() {
    node.receive(0, delta(0, rumor(0, 0)));
    node.linkTo(2);
    node.linkTo(0, 2);
    node.receive(0, delta(1, rumor(0, 1)));
    assertEquals(List.of(new Ack(2)), sentTo(0, node.fire(FLUSH)));
  }

  @Test
  void whoseStateIsLostIsSentTheWholeLogUnderNumbersFromTheFirst() {
    node.broadcast();
    node.receive(0, new Ack(1));
    node.advance(INTERVAL_MICROS);
    node.broadcast();
    node.advance(INTERVAL_MICROS);
    List<Effect> effects = node.restart(0);
    assertEquals(List.of(delta(0, rumor(1, 0), rumor(1, 1))), sentTo(0, effects));
    assertJittered(TIMEOUT_MICROS, delay(LINK_0, effects));
    assertEquals(List.of(), sentTo(2, effects));
  }

  @Test
  void whoseStateIsLostIsAcknowledgedFromTheFirstNumberOn() {
    node.receive(0, delta(0, rumor(0, 0), rumor(0, 1)));
    node.restart(0);
    node.fire(FLUSH);
    node.receive(0, delta(1, rumor(0, 7)));
    assertEquals(List.of(new Ack(0)), sentTo(0, node.fire(FLUSH)));
  }

  @Test
  void whoIsNoNeighborAndRestartsIsToldNothing() {
    node.broadcast();
    node.linkTo(2);
    assertEquals(List.of(new Effect.Cancelled(LINK_0)), node.restart(0));
  }

  /** Where nobody tells lives apart, such a peer costs a delta per maximal timeout, and no more. */
  @Test
  void aPeerThatLostItsStateIsAskedInVainAtTheLongestTimeout() {
    node.broadcast();
    node.receive(2, new Ack(1));
    node.receive(0, new Ack(1));
    node.advance(INTERVAL_MICROS);
    node.broadcast();
    node.receive(2, new Ack(2));
    node.fire(LINK_0);
    for (int i = 0; i < 20; i++) {
      assertEquals(List.of(), node.receive(0, new Ack(0)), "as one who received nothing says");
      List<Effect> effects = node.fire(LINK_0);
      assertEquals(List.of(delta(1, rumor(1, 1))), sentTo(0, effects));
      assertJittered(MAX_TIMEOUT_MICROS, delay(LINK_0, effects));
    }
  }
}
