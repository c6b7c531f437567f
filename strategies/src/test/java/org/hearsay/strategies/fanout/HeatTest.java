package org.hearsay.strategies.fanout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Guards against counting as a row what was interrupted, or interrupting what was a row. */
final class HeatTest {
  private final Heat heat = new Heat(10);

  @Test
  void everyCycleThatPushedIsCounted() {
    assertEquals(1, heat.pushed());
    assertEquals(2, heat.pushed());
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
}
