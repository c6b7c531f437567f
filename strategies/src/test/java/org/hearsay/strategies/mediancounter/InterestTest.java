package org.hearsay.strategies.mediancounter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Guards against a median taken over the wrong partners, and states that never end. */
final class InterestTest {
  private static final int HIGHEST = 2;

  private final Interest interest = new Interest(HIGHEST, 5);

  @Test
  void theCounterGrowsIfMorePartnersAreAheadOrLevelThanBehind() {
    interest.heard(1);
    interest.heard(1);
    interest.endRound(3, false);
    assertEquals(2, interest.counter());
    interest.heard(1);
    interest.heard(2);
    interest.endRound(2, false);
    assertEquals(2, interest.counter(), "one ahead and one behind");
  }

  @Test
  void partnersWhoDoNotKnowTheRumorAreBehind() {
    interest.heard(1);
    interest.endRound(2, false);
    assertEquals(1, interest.counter());
  }

  @Test
  void whoSpreadsItNoMoreIsAhead() {
    interest.heardOfD();
    interest.endRound(1, false);
    assertEquals(2, interest.counter());
  }

  @Test
  void theRoundInWhichItWasLearnedDoesNotCount() {
    interest.heard(1);
    interest.endRound(1, true);
    assertEquals(1, interest.counter());
  }

  @Test
  void whoMeetsStateCChangesToIt() {
    interest.heardOfC();
    interest.endRound(9, true);
    assertTrue(interest.isInStateC());
  }

  @Test
  void stateCComesAboveTheHighestCounterAndLastsAsManyRounds() {
    for (int round = 0; round < HIGHEST; round++) {
      assertFalse(interest.isInStateC());
      interest.heardOfD();
      interest.endRound(1, false);
    }
    for (int round = 0; round < HIGHEST; round++) {
      assertTrue(interest.isInStateC());
      assertFalse(interest.isOver());
      interest.endRound(1, false);
    }
    assertTrue(interest.isOver());
  }
}
