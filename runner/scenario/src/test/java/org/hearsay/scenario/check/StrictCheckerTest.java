package org.hearsay.scenario.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards against a strict verdict that lets any of the planted faults pass. */
final class StrictCheckerTest {

  private static StrictVerdict check(Histories histories) {
    return StrictChecker.check(histories.history(), Map.of(), Set.of());
  }

  @Test
  void everythingEverywhereIsValid() {
    StrictVerdict verdict =
        check(new Histories().broadcast(0).broadcast(1).finalRead(0, 0, 1).finalRead(1, 1, 0));
    assertTrue(verdict.valid());
  }

  @Test
  void aValueThatOneNodeNeverShowsIsMissing() {
    StrictVerdict verdict =
        check(new Histories().broadcast(0).finalRead(1).finalRead(2).finalRead(0, 0));
    assertFalse(verdict.valid());
    assertEquals(List.of(0), verdict.missing());
    assertEquals(2, verdict.missingPairs());
  }

  @Test
  void aValueThatWasNeverAcknowledgedMayBeMissing() {
    assertTrue(check(new Histories().broadcastInVain(0).finalRead(0, 0).finalRead(1)).valid());
  }

  @Test
  void aValueAnsweredTwiceInAnyReadIsADuplicate() {
    StrictVerdict verdict = check(new Histories().broadcast(0).read(0, 0, 0).finalRead(0, 0));
    assertEquals(List.of(0), verdict.duplicated());
    assertFalse(verdict.valid());
  }

  @Test
  void aValueReadBeforeItsBroadcastIsInvented() {
    StrictVerdict verdict = check(new Histories().read(0, 0).broadcast(0).finalRead(0, 0));
    assertEquals(List.of(0), verdict.invented());
    assertFalse(verdict.valid());
  }

  @Test
  void aValueThatNobodyEverBroadcastsIsInvented() {
    assertEquals(
        List.of(-5, 7), check(new Histories().broadcast(0).finalRead(0, 0, 7, -5)).invented());
  }

  @Test
  void aNodeThatDoesNotAnswerItsFinalReadIsInvalid() {
    StrictVerdict verdict = check(new Histories().broadcast(0).finalRead(0, 0).finalReadInVain(1));
    assertEquals(List.of(1), verdict.unread());
    assertFalse(verdict.valid());
  }

  @Test
  void aValueThatDiedWithItsOnlyNodeIsForgottenButNotMissing() {
    Histories histories = new Histories().broadcast(0).finalRead(0).finalRead(1);
    StrictVerdict verdict = StrictChecker.check(histories.history(), Map.of(0, 500_000L), Set.of());
    assertTrue(verdict.valid());
    assertEquals(List.of(0), verdict.forgotten());
  }

  @Test
  void aValueThatSomebodyKnowsIsMissingEvenIfItsNodeDied() {
    Histories histories = new Histories().broadcast(0).finalRead(0).finalRead(1, 0);
    assertFalse(StrictChecker.check(histories.history(), Map.of(0, 500_000L), Set.of()).valid());
  }

  @Test
  void aDeathBeforeTheBroadcastExcusesNothing() {
    Histories histories = new Histories().after(10).broadcast(0).finalRead(0).finalRead(1);
    assertFalse(StrictChecker.check(histories.history(), Map.of(0, 5_000L), Set.of()).valid());
  }

  @Test
  void whoIsNotThereAnyMoreNeedNotAnswer() {
    Histories histories = new Histories().broadcast(0).finalRead(0, 0).finalReadInVain(1);
    assertTrue(StrictChecker.check(histories.history(), Map.of(), Set.of(1)).valid());
  }
}
