package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Guards against runs that are called ok although something is wrong, or nobody looked. */
final class VerdictTest {
  private static String strict(Measurements.Strict strict) {
    return Verdict.strict(Runs.measured(1, 1, 0, strict));
  }

  @Test
  void everythingThatIsWrongIsSaid() {
    assertEquals("ok", strict(new Measurements.Strict(0, 0, 0, 0, 0, 0, true)));
    assertEquals("LOSES 3", strict(new Measurements.Strict(3, 9, 0, 0, 0, 0, false)));
    assertEquals(
        "LOSES 1, REPEATS 2, INVENTS 3, MISBEHAVES 4, 5 died",
        strict(new Measurements.Strict(1, 1, 5, 2, 3, 4, false)));
    assertEquals("MISBEHAVES 1", strict(new Measurements.Strict(0, 0, 0, 0, 0, 1, false)));
    assertEquals("SILENT", strict(new Measurements.Strict(0, 0, 0, 0, 0, 0, false)));
  }

  @Test
  void whereTheStrictJudgeWasNotAskedThereIsADash() {
    assertEquals("-", Verdict.strict(Runs.imported("flood", null, 1, 0).metrics()));
    assertEquals("INVALID", Verdict.maelstrom(Runs.imported("flood", null, 1, 1).metrics()));
  }
}
