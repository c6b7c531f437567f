package org.hearsay.detectors.swim;

import static org.hearsay.detectors.Verdicts.alive;
import static org.hearsay.detectors.Verdicts.dead;
import static org.hearsay.detectors.Verdicts.suspected;
import static org.hearsay.detectors.swim.SwimFixture.SUSPICION_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.swim;
import static org.hearsay.strategies.Effects.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.swim.SwimMessage.Updates;
import org.hearsay.testkit.Effect;
import org.junit.jupiter.api.Test;

/**
 * Guards against stale news that kill the living or bring back the dead, and against suspicions
 * that never end or cannot be refuted.
 */
final class MembersTest {
  /** The life that is known of member 3. */
  private static final long LIFE = 50;

  private final SteppedDetector<SwimMessage> node = node();

  private static SteppedDetector<SwimMessage> node() {
    SteppedDetector<SwimMessage> node = swim(9);
    node.live(3, LIFE);
    return node;
  }

  private List<Effect> told(Updates news) {
    return node.receive(5, news);
  }

  /** Whether a member has died when so much time has passed, whoever else has. */
  private boolean diesWithin(long micros, int member) {
    return dead(node.pass(micros)).contains(member);
  }

  private boolean diesWithin(long micros) {
    return diesWithin(micros, 3);
  }

  @Test
  void aSuspectThatDoesNotRefuteIsDeadWhenItsTimeIsOver() {
    assertEquals(List.of(3), suspected(told(SwimFixture.suspect(3, LIFE, 4))));
    assertFalse(diesWithin(SUSPICION_MICROS - 1));
    assertTrue(diesWithin(1));
  }

  @Test
  void theTimeGrowsWithTheLogarithmOfTheGroup() {
    SteppedDetector<SwimMessage> large = swim(99);
    large.receive(5, SwimFixture.suspect(3, 0, 4));
    assertFalse(dead(large.pass(2 * SUSPICION_MICROS - 1)).contains(3));
    assertTrue(dead(large.pass(1)).contains(3));
  }

  @Test
  void eachSuspectHasItsOwnTime() {
    told(SwimFixture.suspect(3, LIFE, 4));
    node.pass(500_000);
    told(SwimFixture.suspect(4, 0, 6));
    assertTrue(diesWithin(SUSPICION_MICROS - 500_000));
    assertFalse(diesWithin(499_999, 4));
    assertTrue(diesWithin(1, 4));
  }

  @Test
  void aSuspicionThatIsToldAgainGrantsNoMoreTime() {
    told(SwimFixture.suspect(3, LIFE, 4));
    node.pass(SUSPICION_MICROS - 1);
    assertEquals(List.of(), suspected(told(SwimFixture.suspect(3, LIFE, 6))));
    assertTrue(diesWithin(1));
  }

  @Test
  void aNewerIncarnationRefutesASuspicion() {
    told(SwimFixture.suspect(3, LIFE, 4));
    assertEquals(List.of(3), alive(told(SwimFixture.alive(3, LIFE + 1))));
    assertFalse(diesWithin(SUSPICION_MICROS));
  }

  @Test
  void theSameIncarnationRefutesNothing() {
    told(SwimFixture.suspect(3, LIFE, 4));
    assertEquals(List.of(), alive(told(SwimFixture.alive(3, LIFE))));
    assertTrue(diesWithin(SUSPICION_MICROS));
  }

  @Test
  void aSignOfLifeAloneRefutesNothing() {
    told(SwimFixture.suspect(3, LIFE, 4));
    node.receive(3);
    assertTrue(diesWithin(SUSPICION_MICROS), "others wait for its word, too");
  }

  @Test
  void suspicionsOfEarlierIncarnationsAreIgnored() {
    assertEquals(List.of(), suspected(told(SwimFixture.suspect(3, LIFE - 1, 4))));
    told(SwimFixture.alive(3, LIFE + 1));
    assertEquals(List.of(), suspected(told(SwimFixture.suspect(3, LIFE, 4))));
    assertFalse(diesWithin(SUSPICION_MICROS));
  }

  @Test
  void aSuspicionOfANewerIncarnationBeginsAnew() {
    told(SwimFixture.suspect(3, LIFE, 4));
    node.pass(SUSPICION_MICROS - 1);
    assertEquals(List.of(3), suspected(told(SwimFixture.suspect(3, LIFE + 1, 4))));
    assertFalse(diesWithin(SUSPICION_MICROS - 1));
    assertTrue(diesWithin(1));
  }

  @Test
  void whoeverHasHeardOfNoLifeMeansTheOneThereIs() {
    assertEquals(List.of(3), suspected(told(SwimFixture.suspect(3, 0, 4))));
    assertEquals(List.of(3), dead(told(SwimFixture.dead(3, 0))));
  }

  @Test
  void aDeathThatIsToldIsBelievedOnce() {
    assertEquals(List.of(3), dead(told(SwimFixture.dead(3, LIFE))));
    assertEquals(List.of(), dead(told(SwimFixture.dead(3, LIFE))));
    assertEquals(List.of(), dead(told(SwimFixture.dead(3, LIFE + 1))));
  }

  @Test
  void theDeathOfAnEarlierIncarnationIsIgnored() {
    assertEquals(List.of(), dead(told(SwimFixture.dead(3, LIFE - 1))));
    told(SwimFixture.alive(3, LIFE + 1));
    assertEquals(List.of(), dead(told(SwimFixture.dead(3, LIFE))));
  }

  @Test
  void aDeathEndsTheSuspicionBeforeIt() {
    told(SwimFixture.suspect(3, LIFE, 4));
    assertEquals(List.of(3), dead(told(SwimFixture.dead(3, LIFE))));
    assertFalse(diesWithin(SUSPICION_MICROS));
  }

  @Test
  void theDeadAreNotSuspected() {
    told(SwimFixture.dead(3, LIFE));
    assertEquals(List.of(), suspected(told(SwimFixture.suspect(3, LIFE, 4))));
    assertEquals(List.of(), suspected(told(SwimFixture.suspect(3, LIFE + 1, 4))));
  }

  @Test
  void onlyANewerIncarnationBringsBackTheDead() {
    told(SwimFixture.dead(3, LIFE));
    assertEquals(List.of(), alive(told(SwimFixture.alive(3, LIFE - 1))));
    assertEquals(List.of(), alive(told(SwimFixture.alive(3, LIFE))));
    assertEquals(List.of(3), alive(told(SwimFixture.alive(3, LIFE + 1))));
    assertEquals(List.of(), dead(told(SwimFixture.dead(3, LIFE))));
  }

  @Test
  void whoeverIsDeadAndHeardFromIsToldSoOnce() {
    told(SwimFixture.dead(3, LIFE));
    assertEquals(List.of(new Effect.Sent(3, SwimFixture.dead(3, LIFE))), sent(node.receive(3)));
    assertEquals(List.of(), sent(node.receive(3)));
    assertEquals(List.of(3), alive(told(SwimFixture.alive(3, LIFE + 1))), "what it says then");
  }

  @Test
  void aNewLifeIsNotSuspectForTheOldOne() {
    told(SwimFixture.suspect(3, LIFE, 4));
    node.restart(3, LIFE + 100);
    assertFalse(diesWithin(SUSPICION_MICROS));
    assertEquals(List.of(), dead(told(SwimFixture.dead(3, LIFE + 99))));
    assertEquals(List.of(3), dead(told(SwimFixture.dead(3, LIFE + 100))));
  }

  @Test
  void aNewLifeIsNotDeadForTheOldOne() {
    told(SwimFixture.dead(3, LIFE));
    node.restart(3, LIFE + 100);
    assertEquals(List.of(), sent(node.receive(3)), "there is nothing to refute");
    assertEquals(List.of(3), suspected(told(SwimFixture.suspect(3, LIFE + 100, 4))));
  }

  @Test
  void whoeverIsNoMemberIsNotJudged() {
    assertEquals(List.of(), dead(told(SwimFixture.dead(77, LIFE))));
    assertEquals(List.of(), suspected(told(SwimFixture.suspect(77, LIFE, 4))));
  }

  @Test
  void whoeverLeavesTheGroupIsForgotten() {
    told(SwimFixture.suspect(3, LIFE, 4));
    node.watch(1, 2);
    assertFalse(diesWithin(SUSPICION_MICROS));
    node.watch(1, 2, 3);
    assertEquals(List.of(3), suspected(told(SwimFixture.suspect(3, LIFE, 4))));
  }
}
