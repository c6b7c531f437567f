package org.hearsay.detectors.swim;

import static org.hearsay.detectors.swim.SwimFixture.TIMEOUT_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.lifeguard;
import static org.hearsay.detectors.swim.SwimFixture.number;
import static org.hearsay.detectors.swim.SwimFixture.ping;
import static org.hearsay.detectors.swim.SwimFixture.request;
import static org.hearsay.detectors.swim.SwimFixture.swim;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.swim.SwimMessage.Ack;
import org.hearsay.detectors.swim.SwimMessage.Nack;
import org.hearsay.detectors.swim.SwimMessage.Ping;
import org.hearsay.testkit.Effect;
import org.junit.jupiter.api.Test;

/** Guards against help that never reaches who asked for it, or reaches somebody else. */
final class RelayingTest {
  private static final long NACK_MICROS = TIMEOUT_MICROS * 4 / 5;

  private final SteppedDetector<SwimMessage> node = swim(9);

  @Test
  void aPingIsAcknowledgedByItsNumberWhoeverSendsIt() {
    assertEquals(List.of(new Effect.Sent(3, new Ack(42))), node.receive(3, new Ping(42)));
    assertEquals(List.of(new Effect.Sent(77, new Ack(43))), node.receive(77, new Ping(43)));
  }

  @Test
  void whoIsAskedToPingsTheTargetAndPassesTheAcknowledgementOn() {
    Effect.Sent ping = ping(node.receive(5, request(3, 42)));
    assertEquals(3, ping.peer());
    List<Effect> acknowledged = node.receive(3, new Ack(number(ping.message())));
    assertEquals(List.of(new Effect.Sent(5, new Ack(42))), acknowledged);
  }

  @Test
  void anAcknowledgementIsPassedOnOnce() {
    Effect.Sent ping = ping(node.receive(5, request(3, 42)));
    node.receive(3, new Ack(number(ping.message())));
    assertEquals(List.of(), node.receive(3, new Ack(number(ping.message()))));
  }

  @Test
  void eachOfSeveralIsToldOfItsOwnRequest() {
    Effect.Sent first = ping(node.receive(5, request(3, 42)));
    Effect.Sent second = ping(node.receive(6, request(3, 42)));
    assertNotEquals(number(first.message()), number(second.message()));
    assertEquals(
        List.of(new Effect.Sent(6, new Ack(42))),
        node.receive(3, new Ack(number(second.message()))));
    assertEquals(
        List.of(new Effect.Sent(5, new Ack(42))),
        node.receive(3, new Ack(number(first.message()))));
  }

  @Test
  void otherSignsOfLifeOfTheTargetAreNotPassedOn() {
    node.receive(5, request(3, 42));
    assertEquals(List.of(), sent(node.receive(3)));
  }

  @Test
  void aTargetThatDoesNotAnswerIsNoNewsInSwim() {
    node.receive(5, request(3, 42));
    assertEquals(List.of(), sentTo(5, node.pass(TIMEOUT_MICROS)));
  }

  @Test
  void lifeguardSaysWhenItHasNoAnswerSoFar() {
    SteppedDetector<SwimMessage> guard = lifeguard(9);
    guard.receive(5, request(3, 42));
    assertEquals(List.of(), sentTo(5, guard.pass(NACK_MICROS - 1)));
    assertEquals(List.of(new Nack(42)), sentTo(5, guard.pass(1)));
  }

  @Test
  void lifeguardSaysSoToEachInItsTimeAndNotToThoseWhoHaveAnAnswer() {
    SteppedDetector<SwimMessage> guard = lifeguard(9);
    guard.receive(5, request(3, 42));
    guard.pass(50_000);
    Effect.Sent answered = ping(guard.receive(6, request(4, 43)));
    guard.pass(50_000);
    guard.receive(7, request(3, 44));
    guard.receive(4, new Ack(number(answered.message())));
    List<Effect> first = guard.pass(NACK_MICROS - 100_000);
    assertEquals(List.of(new Nack(42)), sentTo(5, first));
    assertEquals(List.of(), sentTo(7, first));
    assertEquals(List.of(), sentTo(7, guard.pass(99_999)));
    List<Effect> second = guard.pass(1);
    assertEquals(List.of(new Nack(44)), sentTo(7, second));
    assertEquals(List.of(), sentTo(6, second));
  }

  @Test
  void requestsAfterAPauseAreTimedAgain() {
    SteppedDetector<SwimMessage> guard = lifeguard(9);
    guard.receive(5, request(3, 42));
    guard.pass(NACK_MICROS);
    guard.pass(70_000);
    guard.receive(5, request(3, 43));
    assertEquals(List.of(), sentTo(5, guard.pass(NACK_MICROS - 1)));
    assertEquals(List.of(new Nack(43)), sentTo(5, guard.pass(1)));
  }
}
