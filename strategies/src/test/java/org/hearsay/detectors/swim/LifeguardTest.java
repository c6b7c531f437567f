package org.hearsay.detectors.swim;

import static org.hearsay.detectors.Verdicts.dead;
import static org.hearsay.detectors.Verdicts.suspected;
import static org.hearsay.detectors.swim.SwimFixture.SUSPICION_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.TIMEOUT_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.lifeguard;
import static org.hearsay.detectors.swim.SwimFixture.lifeguardOfItsOwn;
import static org.hearsay.detectors.swim.SwimFixture.pings;
import static org.hearsay.detectors.swim.SwimFixture.suspect;
import static org.hearsay.detectors.swim.SwimFixture.swim;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.api.membership.Sightings;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.swim.SwimMessage.Updates;
import org.hearsay.testkit.Effect;
import org.junit.jupiter.api.Test;

/**
 * Guards against suspicions that shrink on hearsay of one and the same, or in groups where nobody
 * could confirm them, and against a suspect that is the last to hear of it.
 */
final class LifeguardTest {
  private static final long MOST_MICROS = 6 * SUSPICION_MICROS;

  /**
   * After one confirmation of three, and after two: a half and about a fifth of what is between.
   */
  private static final long CONFIRMED_MICROS = 7_000_000;

  private static final long CONFIRMED_TWICE_MICROS = 4_075_187;

  /** Sends so many envelopes that no news are left to join one. */
  private static void runOutOfNews(SteppedDetector<SwimMessage> node) {
    for (int i = 0; i < 100; i++) {
      node.depart(8);
    }
    assertEquals(List.of(), node.depart(8));
  }

  private static void assertDies(long micros, SteppedDetector<SwimMessage> node) {
    assertFalse(dead(passAnswered(node, micros - 1)).contains(3), "too early");
    assertTrue(dead(node.pass(1)).contains(3), "too late");
  }

  /** Lets time pass in which every probe succeeds, which is no refutation. */
  private static List<Effect> passAnswered(SteppedDetector<SwimMessage> node, long micros) {
    List<Effect> all = new ArrayList<>();
    long end = node.nowMicros() + micros;
    while (node.nowMicros() < end) {
      List<Effect> effects = node.pass(Math.min(TIMEOUT_MICROS / 2, end - node.nowMicros()));
      pings(effects).forEach(ping -> node.receive(ping.peer()));
      all.addAll(effects);
    }
    return all;
  }

  private static SteppedDetector<SwimMessage> suspecting(int... suspectors) {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    for (int suspector : suspectors) {
      node.receive(5, suspect(3, 50, suspector));
    }
    return node;
  }

  @Test
  void aSuspicionThatNobodyConfirmsLastsSixTimesAsLong() {
    assertDies(MOST_MICROS, suspecting(1));
  }

  @Test
  void eachConfirmationShortensASuspicion() {
    assertDies(CONFIRMED_MICROS, suspecting(1, 2));
    assertDies(CONFIRMED_TWICE_MICROS, suspecting(1, 2, 4));
    assertDies(SUSPICION_MICROS, suspecting(1, 2, 4, 6));
    assertDies(SUSPICION_MICROS, suspecting(1, 2, 4, 6, 7));
  }

  @Test
  void hearingOfASuspicionOnceMoreConfirmsNothing() {
    assertDies(CONFIRMED_MICROS, suspecting(1, 1, 2, 2, 1, 2));
  }

  @Test
  void timeThatHasPassedCountsWhenASuspicionShrinks() {
    SteppedDetector<SwimMessage> node = suspecting(1);
    passAnswered(node, 6_000_000);
    node.receive(5, suspect(3, 50, 2));
    assertDies(CONFIRMED_MICROS - 6_000_000, node);
  }

  @Test
  void aConfirmationThatComesLateEndsASuspicionAtOnce() {
    SteppedDetector<SwimMessage> node = suspecting(1);
    passAnswered(node, 8_000_000);
    node.receive(5, suspect(3, 50, 2));
    assertTrue(dead(node.pass(0)).contains(3));
  }

  @Test
  void confirmationsOfAnEarlierIncarnationDoNotCount() {
    SteppedDetector<SwimMessage> node = suspecting(1);
    node.receive(5, suspect(3, 51, 1));
    node.receive(5, suspect(3, 50, 2));
    assertDies(MOST_MICROS, node);
  }

  @Test
  void smallGroupsNeedFewerConfirmations() {
    SteppedDetector<SwimMessage> three = lifeguard(3);
    three.receive(1, suspect(3, 50, 1));
    three.receive(1, suspect(3, 50, 2));
    assertDies(SUSPICION_MICROS, three);
    SteppedDetector<SwimMessage> four = lifeguard(4);
    four.receive(1, suspect(3, 50, 1));
    four.receive(1, suspect(3, 50, 2));
    assertDies(5_690_702, four);
  }

  @Test
  void whereNobodyElseIsLeftToConfirmSuspicionsDoNotWaitForThat() {
    SteppedDetector<SwimMessage> pair = lifeguard(2);
    pair.watch(1, 3);
    pair.receive(1, suspect(3, 50, 1));
    assertDies(SUSPICION_MICROS, pair);
  }

  @Test
  void whereGroupsDifferSuspicionsLastTheLeastFromTheBeginning() {
    SteppedDetector<SwimMessage> node = lifeguardOfItsOwn(9);
    node.receive(5, suspect(3, 50, 1));
    passAnswered(node, SUSPICION_MICROS / 2);
    node.receive(5, suspect(3, 50, 2));
    assertDies(SUSPICION_MICROS / 2, node);
  }

  @Test
  void inSwimConfirmationsChangeNothing() {
    SteppedDetector<SwimMessage> node = swim(9);
    node.receive(5, suspect(3, 50, 1));
    node.receive(5, suspect(3, 50, 2));
    assertDies(SUSPICION_MICROS, node);
  }

  @Test
  void aConfirmationIsNewsAndNoSecondSuspicion() {
    SteppedDetector<SwimMessage> node = suspecting(1);
    node.depart(7);
    assertEquals(List.of(), suspected(node.receive(5, suspect(3, 50, 2))));
    assertEquals(List.of(suspect(3, 50, 2)), sentTo(7, node.depart(7)));
  }

  @Test
  void confirmationsThatChangeNothingAreNoNews() {
    SteppedDetector<SwimMessage> node = suspecting(1, 2, 4, 6);
    runOutOfNews(node);
    node.receive(5, suspect(3, 50, 6));
    node.receive(5, suspect(3, 50, 7));
    assertEquals(List.of(), sentTo(8, node.depart(8)));
  }

  private static Message first(SteppedDetector<SwimMessage> node, int peer) {
    Updates news = (Updates) sentTo(peer, node.depart(peer)).get(0);
    return new Updates(
        Sightings.builder()
            .add(news.news().node(0), news.news().incarnation(0), news.news().note(0))
            .add(news.news().node(1), news.news().incarnation(1), news.news().note(1))
            .build());
  }

  @Test
  void aSuspectIsToldFirstThatItIsOne() {
    SteppedDetector<SwimMessage> node = suspecting(1);
    for (int i = 0; i < 2; i++) {
      node.depart(8);
    }
    for (int member = 4; member <= 8; member++) {
      node.receive(5, suspect(member, 50, 2));
    }
    assertEquals(suspect(3, 50, 1), first(node, 3));
    assertEquals(suspect(6, 50, 2), first(node, 9), "nobody else is");
  }

  @Test
  void aSuspectIsToldSoEachTimeHoweverOftenOthersWere() {
    SteppedDetector<SwimMessage> node = suspecting(1);
    for (int i = 0; i < 20; i++) {
      assertEquals(suspect(3, 50, 1), first(node, 3));
    }
  }

  @Test
  void tellingASuspectIsNoSuspicionOfOnesOwn() {
    SteppedDetector<SwimMessage> node = suspecting(1);
    runOutOfNews(node);
    node.depart(3);
    for (Message message : sentTo(8, node.depart(8))) {
      assertEquals(suspect(3, 50, 1), message);
    }
  }

  @Test
  void inSwimASuspectIsToldWhatOthersAre() {
    SteppedDetector<SwimMessage> node = swim(9);
    node.receive(5, suspect(3, 50, 1));
    node.depart(8);
    node.receive(5, suspect(4, 50, 2));
    assertEquals(suspect(4, 50, 2), first(node, 3));
    runOutOfNews(node);
    assertEquals(List.of(), node.depart(3));
  }

  @Test
  void whoeverIsDeadOrAliveIsNotToldThatItIsSuspect() {
    SteppedDetector<SwimMessage> node = suspecting(1);
    node.receive(5, SwimFixture.dead(3, 50));
    runOutOfNews(node);
    assertEquals(List.of(), node.depart(3));
    assertEquals(List.of(), node.depart(4));
  }
}
