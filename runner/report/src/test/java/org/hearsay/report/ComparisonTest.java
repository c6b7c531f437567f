package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final RunSettings LOSSY = Runs.SETTINGS.with(new BigDecimal("0.02"), "none");
  private static final RunSettings SPLIT = Runs.SETTINGS.with(BigDecimal.ZERO, "partition");

  private static RunRecord run(
      String strategy, RunSettings settings, double messagesPerOp, double p99, long lost) {
    return Runs.of(strategy, Map.of(), settings, Runs.measured(messagesPerOp, p99, lost));
  }

  @Test
  void theAnswerNamesWhoLostNothingAnywhereAndTheBestOfThose() {
    Comparison comparison =
        new Comparison(
            List.of(
                run("cheap", Runs.SETTINGS, 5, 900, 0),
                run("fast", Runs.SETTINGS, 9, 300, 0),
                run("careless", Runs.SETTINGS, 1, 100, 0),
                run("cheap", LOSSY, 6, 250, 0),
                run("fast", LOSSY, 9, 300, 0),
                run("careless", LOSSY, 1, 100, 3)));
    assertEquals(
        List.of(
            "Lost nothing in any scenario: cheap, fast.",
            "Cheapest of these (msgs/op): cheap (no faults 5.0, 2 % loss 6.0)",
            "Fastest of these (delivery p99 in ms): fast (no faults 300); cheap (2 % loss 250)"),
        comparison.answer(0));
  }

  @Test
  void theAnswerToOneScenarioDoesNotMentionIt() {
    assertEquals(
        List.of(
            "Lost nothing: cheap.",
            "Cheapest of these (msgs/op): cheap (5.0)",
            "Fastest of these (delivery p99 in ms): cheap (900)"),
        new Comparison(List.of(run("cheap", Runs.SETTINGS, 5, 900, 0))).answer(0));
  }

  @Test
  void whoIsEquallyGoodIsNamedAsWell() {
    Comparison comparison =
        new Comparison(
            List.of(run("a", Runs.SETTINGS, 5, 900, 0), run("b", Runs.SETTINGS, 5, 800, 0)));
    assertEquals("Cheapest of these (msgs/op): a (5.0); b (5.0)", comparison.answer(0).get(1));
  }

  @Test
  void thereIsNoAnswerIfARunFailed() {
    assertEquals(
        List.of("No answer: 2 of 3 runs failed."),
        new Comparison(List.of(run("a", Runs.SETTINGS, 5, 900, 0))).answer(2));
  }

  @Test
  void theAnswerSaysSoWhenEverybodyLost() {
    assertEquals(
        List.of("Every strategy lost something in some scenario."),
        new Comparison(List.of(run("a", Runs.SETTINGS, 5, 900, 0), run("a", SPLIT, 5, 900, 1)))
            .answer(0));
  }

  @Test
  void whoseRunFailedInAScenarioIsNotAmongThoseThatLostNothing() {
    Comparison comparison =
        new Comparison(
            List.of(
                run("a", Runs.SETTINGS, 5, 900, 0),
                run("b", Runs.SETTINGS, 1, 100, 0),
                run("a", SPLIT, 5, 900, 0)));
    assertEquals("Lost nothing in any scenario: a.", comparison.answer(0).get(0));
  }

  @Test
  void theTableHasABlockForEachScenarioAndARowForEachRun() {
    List<String> table =
        new Comparison(
                List.of(
                    run("flood", Runs.SETTINGS, 28.04, 700, 0),
                    run("flood", SPLIT, 12.3, 1000, 12)))
            .table();
    assertEquals(
        List.of(
            "                          - delivery ms -   stable ms -",
            "strategy  msgs/op  kB/op  p50   p99   max    p50    max  unreached  redund.  busiest"
                + "  Maelstrom  strict",
            "no faults",
            "  flood      28.0    1.2  100   700  1000     10     40          0     1.25     1.50"
                + "  valid      ok",
            "partition, on and off every 10 s or so",
            "  flood      12.3    1.2  100  1000  1000     10     40        288     1.25     1.50"
                + "  INVALID    LOSES 12"),
        table);
  }

  @Test
  void whatIsUnknownIsADashAndSettingsThatAreUnknownAreABlockOfTheirOwn() {
    List<RunRecord> runs =
        List.of(
            run("flood", Runs.SETTINGS, 28.04, 700, 0), Runs.imported("theirs", null, 27.5764, 3));
    assertEquals(
        List.of(
            "no faults",
            "  flood      28.0    1.2  100  700  1000     10     40          0     1.25     1.50"
                + "  valid      ok",
            "settings unknown",
            "  theirs     27.6      -    -    -     -     10     40          -        -        -"
                + "  INVALID    -"),
        new Comparison(runs).table().subList(2, 6));
    assertEquals(
        "settings unknown; say them",
        new Comparison(runs, "settings unknown; say them").table().get(4));
  }

  @Test
  void whatIsKnownOfNoRunHasNoColumn() {
    Comparison comparison = new Comparison(List.of(Runs.imported("theirs", null, 27.5764, 3)));
    assertEquals(
        List.of(
            "                    stable ms -",
            "strategy  msgs/op    p50    max  Maelstrom",
            "settings unknown",
            "  theirs     27.6     10     40  INVALID"),
        comparison.table());
    assertEquals(4, comparison.legend().size());
  }

  @Test
  void withoutAStrictVerdictMaelstromsWordDecides() {
    RunSettings settings = Runs.SETTINGS;
    assertEquals(
        List.of(
            "Valid for Maelstrom: a, c.",
            "Cheapest of these (msgs/op): c (3.0)",
            "Fastest of these (stable max in ms): a (40); c (40)"),
        new Comparison(
                List.of(
                    Runs.imported("a", settings, 5, 0),
                    Runs.imported("b", settings, 2, 1),
                    Runs.imported("c", settings, 3, 0)))
            .answer(0));
    assertEquals(
        List.of("Maelstrom calls no strategy valid."),
        new Comparison(List.of(Runs.imported("b", null, 2, 1))).answer(0));
  }

  @Test
  void amongRunsOfOneNameOneThatLosesIsEnough() {
    assertEquals(
        "Valid for Maelstrom: b.",
        new Comparison(
                List.of(
                    Runs.imported("a", null, 5, 0),
                    Runs.imported("a", null, 5, 1),
                    Runs.imported("b", null, 5, 0)))
            .answer(0)
            .get(0));
  }

  @Test
  void variantsOfAStrategyAreToldApartByTheOptionsInWhichTheyDiffer() {
    List<String> table =
        new Comparison(
                List.of(
                    Runs.of(
                        "delta",
                        Map.of("interval", "1s", "window", "8"),
                        Runs.SETTINGS,
                        Runs.measured(1, 1, 0)),
                    Runs.of(
                        "delta",
                        Map.of("interval", "2s", "window", "8"),
                        Runs.SETTINGS,
                        Runs.measured(1, 1, 0)),
                    Runs.of("flood")))
            .table();
    assertTrue(table.get(3).startsWith("  delta:interval=1s "), table.get(3));
    assertTrue(table.get(4).startsWith("  delta:interval=2s "), table.get(4));
    assertTrue(table.get(5).startsWith("  flood "), table.get(5));
  }

  @Test
  void theLegendExplainsEveryColumn() {
    List<String> lines =
        new Comparison(List.of(Runs.surrounded("flood", "hyparview", "swim"), Runs.refusing(1)))
            .legend();
    String legend = String.join("\n", lines);
    for (Metric metric : Metrics.OBSERVED) {
      if (metric.column() != null) {
        assertTrue(legend.contains(metric.definition()), metric.name());
      }
    }
    assertTrue(lines.stream().allMatch(line -> line.length() <= 110), legend);
  }

  @Test
  void columnsOfWhatIsAroundAStrategyAreThereWhereSomethingIs() {
    String without = String.join("\n", new Comparison(List.of(Runs.of("flood"))).table());
    assertFalse(without.contains("control"), without);
    List<String> table =
        new Comparison(
                List.of(
                    Runs.of("flood"),
                    Runs.surrounded("flood", "hyparview", "swim"),
                    Runs.surrounded("flood", "hyparview:active=4", "swim")))
            .table();
    assertTrue(table.get(0).contains("control"), table.get(0));
    String rows = String.join("\n", table);
    assertTrue(rows.contains("  flood + hyparview, swim, contacts 1 "), rows);
    assertTrue(rows.contains("  flood + hyparview:active=4, swim, contacts 1 "), rows);
  }
}
