package org.hearsay.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import org.hearsay.report.MaelstromResults;
import org.hearsay.report.Measurements;
import org.hearsay.scenario.check.MaelstromVerdict;
import org.hearsay.scenario.check.Net;
import org.hearsay.scenario.check.SetFull;
import org.hearsay.scenario.check.Stats;
import org.hearsay.scenario.check.StrictVerdict;
import org.junit.jupiter.api.Test;

/** Guards against figures of a verdict that end up under each other's names in the record. */
final class VerdictsTest {
  private static final Net NET = new Net(new Net.Group(30, 29), new Net.Group(100, 88));
  private static final Stats STATS =
      new Stats(new Stats.Counts(5, 2, 1), new Stats.Counts(7, 4, 3));
  private static final SetFull WORKLOAD = new SetFull(9, 4, 2, 3, 1, List.of(0L, 10L, 20L, 70L));

  @Test
  void everyFigureOfMaelstromsVerdictHasItsPlace() {
    assertEquals(
        new MaelstromResults(
            "false",
            new MaelstromResults.Stats(
                22,
                12,
                6,
                4,
                new MaelstromResults.ByF(
                    new MaelstromResults.Counts(8, 5, 2, 1),
                    new MaelstromResults.Counts(14, 7, 4, 3))),
            new BigDecimal("0.545454"),
            new MaelstromResults.Net(
                new MaelstromResults.Group(130, 117, 130, new BigDecimal("5.909091")),
                new MaelstromResults.Group(30, 29, 30, null),
                new MaelstromResults.Group(100, 88, 100, new BigDecimal("4.545455"))),
            new MaelstromResults.Workload(
                9, 4, 2, 1, 3, 0, new MaelstromResults.StableLatencies(0, 20, 70, 70, 70))),
        Verdicts.maelstrom(new MaelstromVerdict(STATS, NET, WORKLOAD, false)));
  }

  @Test
  void theAnswerIsSpelledAsMaelstromSpellsIt() {
    SetFull sound = new SetFull(1, 1, 0, 0, 0, List.of(0L));
    SetFull unread = new SetFull(1, 0, 0, 1, 0, List.of());
    assertEquals("true", valid(sound, false));
    assertEquals("unknown", valid(unread, false));
    assertEquals("false", valid(WORKLOAD, false));
    assertEquals("error", valid(sound, true));
  }

  private static String valid(SetFull workload, boolean brokenOff) {
    return Verdicts.maelstrom(new MaelstromVerdict(STATS, NET, workload, brokenOff)).valid();
  }

  @Test
  void whatMaelstromCouldNotSayIsAbsent() {
    Stats.Counts none = new Stats.Counts(0, 0, 0);
    MaelstromResults results =
        Verdicts.maelstrom(
            new MaelstromVerdict(
                new Stats(none, none), NET, new SetFull(0, 0, 0, 0, 0, List.of()), false));
    assertNull(results.workload().stableLatencies());
    assertNull(results.stats().byF().broadcast());
    assertNull(results.stats().byF().read());
    assertNull(results.net().servers().msgsPerOp());
  }

  @Test
  void theStrictVerdictIsCountedAndANodeThatMisbehavesSpoilsIt() {
    StrictVerdict fine =
        new StrictVerdict(List.of(), 0, List.of(), List.of(8), List.of(), List.of(), List.of());
    assertEquals(new Measurements.Strict(0, 0, 1, 0, 0, 0, true), Verdicts.strict(fine, 0));
    assertEquals(new Measurements.Strict(0, 0, 1, 0, 0, 2, false), Verdicts.strict(fine, 2));
    assertEquals(
        new Measurements.Strict(2, 9, 1, 3, 4, 0, false),
        Verdicts.strict(
            new StrictVerdict(
                List.of(1, 2),
                9,
                List.of(0),
                List.of(8),
                List.of(1, 2, 3),
                List.of(1, 2, 3, 4),
                List.of(5)),
            0));
  }
}
