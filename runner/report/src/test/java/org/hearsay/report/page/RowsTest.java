package org.hearsay.report.page;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunsForPages;
import org.junit.jupiter.api.Test;

class RowsTest {
  private static final RunRecord CHEAP = RunsForPages.run("cheap", 1, 5, 0);
  private static final RunRecord DEAR = RunsForPages.run("dear", 1, 10, 0);
  private static final RunRecord LOSING = RunsForPages.run("losing", 1, 1, 3);

  private static Row only(RunRecord... runs) {
    List<Row> rows = new Rows(List.of(runs), Set.of()).all();
    assertEquals(1, rows.size());
    return rows.get(0);
  }

  @Test
  void aRowThatIsDearerAndNoFasterIsBeatenAndOneThatLosesBeatsNobody() {
    List<Row> rows = new Rows(List.of(CHEAP, DEAR, LOSING), Set.of()).all();
    assertTrue(rows.get(0).best());
    assertEquals("cheap", rows.get(1).beatenBy());
    assertFalse(rows.get(1).best());
    assertFalse(rows.get(2).sound());
    assertFalse(rows.get(2).best());
    assertNull(rows.get(2).beatenBy());
  }

  @Test
  void aBoundBeatsNobody() {
    List<Row> rows = new Rows(List.of(CHEAP, DEAR), Set.of("cheap")).all();
    assertTrue(rows.get(0).bound());
    assertFalse(rows.get(0).best());
    assertTrue(rows.get(1).best());
  }

  @Test
  void runsThatDifferInTheirSeedAreOneRowOfMeansWithTheirSpread() {
    Row row = only(CHEAP, RunsForPages.run("cheap", 2, 7, 0), RunsForPages.run("cheap", 3, 9, 3));
    assertEquals("1..3, 3 runs", row.seeds());
    assertEquals(7.0, requireNonNull(row.values().get("messages_per_op")).doubleValue());
    assertEquals(4.97, requireNonNull(row.spread().get("messages_per_op")), 0.01);
    assertFalse(row.sound());
    assertEquals("not sound: 1 of 3 runs", row.verdicts().strict());
    assertEquals(List.of(6.0, 2.0), row.load());
  }

  @Test
  void latenciesComeAsShares() {
    List<double[]> points = only(CHEAP).latency();
    assertEquals(0, points.get(0)[1]);
    assertTrue(
        points.stream().anyMatch(point -> Math.round(point[0]) == 100 && point[1] >= 0.5),
        "median");
    double[] last = points.get(points.size() - 1);
    assertEquals(400, last[0], 1);
    assertEquals(1, last[1]);
  }

  @Test
  void conditionsThatDifferMakeBlocksAndTheOthersAreSaidOnce() {
    List<RunRecord> runs = List.of(CHEAP, RunsForPages.of(DEAR, 100));
    assertEquals(
        Set.of("25 nodes", "100 nodes"),
        Set.copyOf(new Rows(runs, Set.of()).all().stream().map(Row::block).toList()));
    assertTrue(new Conditions(runs).common().startsWith("no faults, grid, latency"));
  }

  @Test
  void growthIsDrawnWhereSizesDiffer() {
    assertFalse(new ReportCharts(List.of(CHEAP), Set.of()).svgByName().containsKey("growth"));
    assertTrue(
        new ReportCharts(List.of(CHEAP, RunsForPages.of(CHEAP, 100)), Set.of())
            .svgByName()
            .containsKey("growth"));
  }

  @Test
  void noTextOfARunCanEndTheScript() {
    String html =
        new ReportPage(List.of(RunsForPages.run("</script><b>", 1, 5, 0)), Set.of(), List.of())
            .html();
    assertTrue(html.contains("\\u003c/script>\\u003cb>"));
    assertFalse(html.contains("</script><b>"));
  }
}
