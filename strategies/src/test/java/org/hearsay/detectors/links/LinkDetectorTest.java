package org.hearsay.detectors.links;

import static org.hearsay.detectors.Verdicts.dead;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.links.LinkMessage.Ping;
import org.hearsay.detectors.links.LinkMessage.Pong;
import org.hearsay.testkit.Effect;
import org.junit.jupiter.api.Test;

/**
 * Guards against verdicts that come early, late or twice, and against questions that need not be
 * asked because something comes or goes anyway.
 */
final class LinkDetectorTest {
  private static final long INTERVAL_MICROS = 1_000_000;
  private static final long PATIENCE_MICROS = 4_000_000;

  private static SteppedDetector<LinkMessage> node(boolean anySignIsEnough, int... links) {
    ArrivalTimes patience = ArrivalTimes.constant(PATIENCE_MICROS);
    return SteppedDetector.linked(
        new LinkDetector(INTERVAL_MICROS, anySignIsEnough, () -> patience), links);
  }

  @Test
  void aSilentPeerIsDeadWhenItsTimeIsOverAndNotBefore() {
    SteppedDetector<LinkMessage> node = node(true, 1, 2);
    assertEquals(List.of(), dead(node.pass(PATIENCE_MICROS - 1)));
    assertEquals(List.of(1, 2), dead(node.pass(1)));
  }

  @Test
  void whateverIsHeardCountsFromWhenItIsHeard() {
    SteppedDetector<LinkMessage> node = node(false, 1, 2);
    node.pass(1_300_000);
    node.receive(2);
    assertEquals(List.of(1), dead(node.pass(PATIENCE_MICROS - 1)));
    assertEquals(List.of(2), dead(node.pass(1)));
  }

  @Test
  void aVerdictIsGivenOnce() {
    SteppedDetector<LinkMessage> node = node(true, 1);
    assertEquals(List.of(1), dead(node.pass(10 * PATIENCE_MICROS)));
  }

  @Test
  void theFirstQuestionsAreAtRandomMomentsOfTheFirstInterval() {
    SteppedDetector<LinkMessage> node = node(true, 1, 2);
    int first = sent(node.passTo(0)).get(0).peer();
    long moment = node.nowMicros();
    int second = sent(node.passTo(0)).get(0).peer();
    assertNotEquals(first, second);
    assertNotEquals(moment, node.nowMicros());
    assertTrue(node.nowMicros() < INTERVAL_MICROS, node.nowMicros() + " is in another interval");
  }

  @Test
  void whoeverIsSilentIsAskedOnceAnIntervalDeadOrAlive() {
    SteppedDetector<LinkMessage> node = node(true, 1);
    for (int interval = 0; interval < 10; interval++) {
      assertEquals(List.of(new Ping()), sentTo(1, node.pass(INTERVAL_MICROS)));
    }
    assertTrue(node.isDown(1));
  }

  @Test
  void nobodyIsAskedWhomSomethingComesFromAnyway() {
    SteppedDetector<LinkMessage> node = node(true, 1);
    node.receive(1);
    for (int envelope = 0; envelope < 20; envelope++) {
      assertEquals(List.of(), sent(node.pass(INTERVAL_MICROS - 1)));
      node.receive(1);
    }
    assertEquals(List.of(new Ping()), sentTo(1, node.pass(INTERVAL_MICROS)));
  }

  @Test
  void whereIntervalsAreToBeEvenTrafficSavesNoQuestion() {
    SteppedDetector<LinkMessage> node = node(false, 1);
    int asked = 0;
    for (int envelope = 0; envelope < 20; envelope++) {
      asked += sent(node.pass(INTERVAL_MICROS / 2)).size();
      node.receive(1);
    }
    assertEquals(10, asked);
  }

  @Test
  void aQuestionRidesOnAnEnvelopeThatLeavesInTheSecondHalfOfTheInterval() {
    SteppedDetector<LinkMessage> node = node(true, 1, 2);
    node.receive(1);
    node.receive(2);
    node.pass(INTERVAL_MICROS / 2);
    assertEquals(List.of(), node.depart(1), "it is the first half");
    node.pass(1);
    assertEquals(List.of(new Effect.Sent(1, new Ping())), node.depart(1));
    assertEquals(List.of(), node.depart(1), "it was asked a moment ago");
    List<Effect> later = node.pass(INTERVAL_MICROS - 1);
    assertEquals(List.of(new Effect.Sent(2, new Ping())), sent(later), "the other has to be asked");
    assertEquals(List.of(new Ping()), sentTo(1, node.pass(1)));
  }

  @Test
  void nothingJoinsAnEnvelopeForAPeerThatIsNotWatched() {
    assertEquals(List.of(), node(true, 1).depart(7));
  }

  @Test
  void aQuestionIsAnsweredWhoeverAsks() {
    SteppedDetector<LinkMessage> node = node(true, 1);
    assertEquals(List.of(new Effect.Sent(1, new Pong())), node.receive(1, new Ping()));
    assertEquals(List.of(new Effect.Sent(7, new Pong())), node.receive(7, new Ping()));
    assertEquals(List.of(), node.receive(1, new Pong()));
  }

  @Test
  void ofTwoThatWatchEachOtherOneAsks() {
    SteppedDetector<LinkMessage> node = node(false, 1);
    for (int interval = 0; interval < 10; interval++) {
      node.receive(1, new Ping());
      assertEquals(List.of(), sent(node.pass(INTERVAL_MICROS - 1)));
    }
  }

  @Test
  void whoeverIsBackHasAllItsTimeAgain() {
    SteppedDetector<LinkMessage> node = node(true, 1);
    node.pass(PATIENCE_MICROS + 2_700_000);
    assertTrue(node.isDown(1));
    node.receive(1);
    assertEquals(List.of(), dead(node.pass(PATIENCE_MICROS - 1)));
    assertEquals(List.of(1), dead(node.pass(1)));
  }

  @Test
  void aNewLifeThatOthersTellOfHasAllItsTimeToo() {
    SteppedDetector<LinkMessage> node = node(true, 1);
    node.pass(PATIENCE_MICROS + 2_700_000);
    node.restart(1, 200);
    assertEquals(List.of(), dead(node.pass(PATIENCE_MICROS - 1)));
    assertEquals(List.of(1), dead(node.pass(1)));
  }

  @Test
  void whoeverIsNotWatchedAnyMoreIsNeitherAskedNorJudged() {
    SteppedDetector<LinkMessage> node = node(true, 1, 2);
    node.watch(2);
    List<Effect> effects = node.pass(PATIENCE_MICROS);
    assertEquals(List.of(), sentTo(1, effects));
    assertEquals(List.of(2), dead(effects));
  }

  @Test
  void whoeverIsWatchedAnewHasAllItsTime() {
    SteppedDetector<LinkMessage> node = node(true, 1, 2);
    node.pass(3_000_000);
    node.watch(2);
    node.watch(1, 2);
    assertEquals(List.of(2), dead(node.pass(PATIENCE_MICROS - 1)));
    assertEquals(List.of(1), dead(node.pass(1)));
  }

  @Test
  void aNodeWithoutLinksSetsNoTimerUntilItHasOne() {
    SteppedDetector<LinkMessage> node = node(true);
    assertFalse(node.hasTimer());
    node.watch(5);
    assertEquals(List.of(5), dead(node.pass(PATIENCE_MICROS)));
  }
}
