package org.hearsay.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.report.Estimate;
import org.hearsay.reproduction.PublishedTable.Explanation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Guards against a rule so wide that everything is reproduced, or so narrow that chance decides.
 */
final class VerdictTest {
  private static final Explanation REASON =
      new Explanation(List.of(Measure.RESIDUE), Tag.R, List.of("k=1"), "because");

  private static Verdict judged(
      String published, Tag tag, @Nullable Integer runsBehind, double mean, double half) {
    return Verdict.of(
        PublishedValue.parse(published), tag, runsBehind, new Estimate(mean, half, 100), REASON);
  }

  @ParameterizedTest
  @CsvSource({"100,102.4,true", "100,102.6,false", "100,97.6,true", "100,97.4,false"})
  void withoutChanceHalfAUnitAndTheToleranceAreAllowed(
      String published, double ours, boolean reproduced) {
    assertEquals(reproduced, judged(published, Tag.R, null, ours, 0).reproduced());
  }

  @Test
  void whatIsRecalledMayBeFurtherOff() {
    assertTrue(judged("100", Tag.K, null, 105.4, 0).reproduced());
    assertFalse(judged("100", Tag.K, null, 105.6, 0).reproduced());
  }

  @Test
  void ourOwnIntervalIsAllowedBesides() {
    assertTrue(judged("100", Tag.R, null, 107.4, 5).reproduced());
    assertFalse(judged("100", Tag.R, null, 107.6, 5).reproduced());
  }

  @Test
  void aFigureOfOneRunMayBeAsFarOffAsOneRunIs() {
    double ofOneRun = Math.sqrt(101);
    assertTrue(judged("100", Tag.R, 1, 102.4 + ofOneRun, 1).reproduced());
    assertFalse(judged("100", Tag.R, 1, 102.6 + ofOneRun, 1).reproduced());
  }

  @ParameterizedTest
  @CsvSource({"0.037,0.0005", "5.8e-4,5e-6", "38,0.5", "7e4,5000", "16.80,0.005"})
  void halfAUnitIsThatOfTheLastDigitPublished(String published, double halfUnit) {
    assertEquals(halfUnit, PublishedValue.parse(published).halfUnit(), 1e-12);
  }

  @Test
  void whatWasNothingDeviatesByNoShareOfIt() {
    Verdict deviating = judged("0.000", Tag.R, null, 0.4, 0.1);
    assertFalse(deviating.reproduced());
    assertEquals("deviates", Numbers.deviates(deviating));
  }

  @Test
  void onlyWhatDeviatesIsExplained() {
    assertNull(judged("100", Tag.R, null, 100, 0).explanation());
    Verdict deviating = judged("100", Tag.R, null, 120, 0);
    assertSame(REASON, deviating.explanation());
    assertEquals(0.2, deviating.deviation(), 1e-12);
    assertFalse(deviating.isUnexplained());
  }
}
