package org.hearsay.strategies.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Guards against counting as a row what was interrupted, or interrupting what was a row. */
final class HeatTest {
  private final Heat heat = new Heat(10);

  @Test
  void everyCycleThatPassesItOnIsCounted() {
    heat.passOn();
    heat.passOn();
    assertEquals(2, heat.cycles());
  }

  @Test
  void aRowGoesOnThroughCyclesThatAllContactsAnswered() {
    assertEquals(1, heat.unneeded(11, 2));
    assertEquals(2, heat.unneeded(11, 2));
    assertEquals(3, heat.unneeded(12, 2));
    assertEquals(4, heat.unneeded(12, 2));
    assertEquals(5, heat.unneeded(13, 2));
  }

  @Test
  void aCycleThatNotAllContactsAnsweredEndsTheRow() {
    heat.unneeded(11, 2);
    assertEquals(1, heat.unneeded(12, 2));
  }

  @Test
  void aCycleThatNobodyAnsweredEndsTheRow() {
    heat.unneeded(11, 1);
    heat.unneeded(12, 1);
    assertEquals(1, heat.unneeded(14, 1));
  }

  @Test
  void aRowMayBeginInAnyCycle() {
    assertEquals(1, heat.unneeded(30, 1));
    assertEquals(2, heat.unneeded(31, 1));
  }

  @Test
  void anAnswerOvertakenByOneToALaterCycleLeavesTheCountAsItIs() {
    heat.unneeded(12, 1);
    assertEquals(1, heat.unneeded(11, 1));
    assertEquals(2, heat.unneeded(13, 1));
  }

  @Test
  void cyclesInVainAreThoseInWhichSomebodyAskedAndNobodyNeededIt() {
    heat.answered(false);
    assertTrue(heat.endsInVain());
    assertFalse(heat.endsInVain(), "nobody asked");
    heat.answered(false);
    heat.answered(false);
    assertTrue(heat.endsInVain());
    assertEquals(2, heat.cyclesInVain());
  }

  @Test
  void oneWhoNeededItAmongThoseOfACycleStartsTheCountAnew() {
    heat.answered(false);
    heat.endsInVain();
    heat.answered(true);
    heat.answered(false);
    assertFalse(heat.endsInVain());
    assertEquals(0, heat.cyclesInVain());
  }
}
