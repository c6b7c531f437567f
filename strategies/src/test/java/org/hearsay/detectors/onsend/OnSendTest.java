package org.hearsay.detectors.onsend;

import static org.hearsay.detectors.Verdicts.dead;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.onsend.OnSendMessage.Answer;
import org.hearsay.detectors.onsend.OnSendMessage.Query;
import org.hearsay.testkit.Effect;
import org.junit.jupiter.api.Test;

/**
 * Guards against messages on links that nothing is sent over, against verdicts before a peer had
 * two chances to answer, and against a peer that is down for good because nobody asks it.
 */
final class OnSendTest {
  private static final long TIMEOUT_MICROS = 500_000;
  private static final long PROBE_MICROS = 2_000_000;

  private final SteppedDetector<OnSendMessage> node =
      SteppedDetector.linked(
          new OnSend(new OnSendConfig(Duration.ofMillis(500), Duration.ofSeconds(2))), 1, 2);

  private void sendInVainTo(int peer) {
    node.depart(peer);
    node.pass(2 * TIMEOUT_MICROS);
    assertTrue(node.isDown(peer));
  }

  @Test
  void withoutSendingNothingIsFoundOutAndNothingCosts() {
    assertFalse(node.hasTimer());
    assertEquals(List.of(), node.pass(1_000_000_000));
  }

  @Test
  void aQuestionJoinsWhatLeavesForAPeerNotHeardFrom() {
    assertEquals(List.of(new Query()), sentTo(1, node.depart(1)));
  }

  @Test
  void onlyWhomSomethingIsSentToIsFoundDead() {
    node.depart(2);
    assertEquals(List.of(2), dead(node.pass(60_000_000)));
  }

  @Test
  void aPeerIsAskedOnceMoreAndDeadAfterTwoTimeouts() {
    node.depart(1);
    assertEquals(List.of(), node.pass(TIMEOUT_MICROS - 1));
    List<Effect> reminded = node.pass(1);
    assertEquals(List.of(new Effect.Sent(1, new Query())), sent(reminded));
    assertEquals(List.of(), dead(reminded));
    assertEquals(List.of(), node.pass(TIMEOUT_MICROS - 1));
    assertEquals(List.of(1), dead(node.pass(1)));
  }

  @Test
  void aSecondEnvelopeAsksNothingAndGrantsNoMoreTime() {
    node.depart(1);
    node.pass(TIMEOUT_MICROS - 1);
    assertEquals(List.of(), node.depart(1));
    node.pass(TIMEOUT_MICROS);
    assertEquals(List.of(1), dead(node.pass(1)));
  }

  @Test
  void anythingHeardIsAnAnswer() {
    node.depart(1);
    node.depart(2);
    node.pass(TIMEOUT_MICROS + 10);
    node.receive(1);
    assertEquals(List.of(2), dead(node.pass(60_000_000)));
  }

  @Test
  void debtsFallDueEachInItsOwnTime() {
    node.depart(1);
    node.pass(100_000);
    node.depart(2);
    assertEquals(List.of(1), dead(node.pass(2 * TIMEOUT_MICROS - 1)));
    assertEquals(List.of(2), dead(node.pass(1)));
  }

  @Test
  void nobodyIsAskedWhoWasHeardFromWithinATimeout() {
    node.receive(1);
    node.pass(TIMEOUT_MICROS - 1);
    assertEquals(List.of(), node.depart(1));
    node.pass(1);
    assertEquals(List.of(new Query()), sentTo(1, node.depart(1)));
  }

  @Test
  void theLatestSignOfLifeIsTheOneThatCounts() {
    node.receive(1);
    node.pass(100_000);
    node.receive(2);
    node.receive(1);
    node.pass(TIMEOUT_MICROS - 1);
    node.receive(2);
    assertEquals(List.of(), node.depart(1));
    node.pass(1);
    node.receive(2);
    assertEquals(List.of(new Query()), sentTo(1, node.depart(1)));
    assertEquals(List.of(), node.depart(2));
  }

  @Test
  void aQuestionIsAnsweredWhoeverAsksAndAnAnswerIsNot() {
    assertEquals(List.of(new Effect.Sent(1, new Answer())), node.receive(1, new Query()));
    assertEquals(List.of(new Effect.Sent(9, new Answer())), node.receive(9, new Query()));
    assertEquals(List.of(), node.receive(1, new Answer()));
  }

  @Test
  void aLinkedPeerThatIsDownIsAskedNowAndThen() {
    sendInVainTo(1);
    for (int probe = 0; probe < 5; probe++) {
      assertEquals(List.of(), node.pass(PROBE_MICROS - 1));
      List<Effect> asked = node.pass(1);
      assertEquals(List.of(new Effect.Sent(1, new Query())), sent(asked));
      assertEquals(List.of(), dead(asked), "that is known");
    }
  }

  @Test
  void aPeerThatIsDownAndNotLinkedIsLeftInPeace() {
    sendInVainTo(9);
    assertFalse(node.hasTimer());
    assertEquals(List.of(new Query()), sentTo(9, node.depart(9)), "unless it is sent to again");
  }

  @Test
  void aPeerThatIsDownAndUnlinkedLaterIsNotAskedAnyMore() {
    sendInVainTo(1);
    node.watch(2);
    assertEquals(List.of(), node.pass(60_000_000));
  }

  @Test
  void aPeerThatIsUnlinkedWhileItOwesAnAnswerStillOwesIt() {
    node.depart(1);
    node.watch(2);
    assertEquals(List.of(1), dead(node.pass(2 * TIMEOUT_MICROS)));
  }

  @Test
  void whoeverIsBackIsAskedLikeAnybodyElse() {
    sendInVainTo(1);
    node.receive(1);
    assertEquals(List.of(), sent(node.pass(60_000_000)));
    assertFalse(node.isDown(1));
    node.depart(1);
    assertEquals(List.of(), dead(node.pass(2 * TIMEOUT_MICROS - 1)));
    assertEquals(List.of(1), dead(node.pass(1)));
  }

  @Test
  void aNewLifeOwesNothingForTheOneBefore() {
    sendInVainTo(1);
    node.restart(1, 200);
    assertEquals(List.of(), dead(node.pass(60_000_000)));
    assertEquals(List.of(new Query()), sentTo(1, node.depart(1)));
  }

  @Test
  void aNewLifeHasNotBeenHeardFrom() {
    node.receive(1);
    node.restart(1, 200);
    assertEquals(List.of(new Query()), sentTo(1, node.depart(1)));
  }
}
