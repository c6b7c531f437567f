package org.hearsay.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.hearsay.report.Estimate;
import org.hearsay.reproduction.PublishedTable.Column;
import org.hearsay.reproduction.PublishedTable.Explanation;
import org.hearsay.reproduction.PublishedTable.Row;
import org.junit.jupiter.api.Test;

/** Guards against a recalled figure without its tag, and deviations that nobody sees. */
final class TablePageTest {
  private static final Explanation REASON =
      new Explanation(List.of(Measure.T_AVE), Tag.K, List.of("k=1"), "Nobody knows.");
  private static final Column RESIDUE = new Column(Measure.RESIDUE, Theory.E_TO_MINUS_M);
  private static final Column T_AVE = new Column(Measure.T_AVE, null);
  private static final Row ROW = new Row("k=1", Map.of(), Map.of());
  private static final PublishedTable TABLE =
      new PublishedTable(
          "Push",
          "Demers",
          null,
          false,
          Map.of(),
          Map.of(),
          List.of(RESIDUE, T_AVE),
          List.of(ROW),
          List.of(REASON));
  private static final List<Figure> FIGURES =
      List.of(
          new Figure(
              ROW,
              RESIDUE,
              "fanout",
              new Estimate(0.17483, 0.0018, 300),
              0.17562,
              List.of(
                  new Verdict(Tag.K, "0.18", true, -0.02, null),
                  new Verdict(Tag.M, "0.174", true, 0.01, null))),
          new Figure(
              ROW,
              T_AVE,
              "fanout",
              new Estimate(9.7788, 0.016, 300),
              null,
              List.of(
                  new Verdict(Tag.K, "11.0", false, -0.111, REASON),
                  new Verdict(Tag.M, "9.77", true, 0, null))));

  @Test
  void aTableForPeopleReadsSo() {
    TablePage page = new TablePage();
    assertEquals(
        """
        push: Push
          Demers
                          published            ours             theory  verdict
          k=1  residue s  0.18 [K]  0.174 [M]  0.1748 +-0.0018   0.176  reproduced
               t_ave      11.0 [K]  9.77 [M]   9.779 +-0.016            [K] deviates -11.1 % (1)
          theory: residue s: e^-m
        """
            .stripTrailing()
            .lines()
            .toList(),
        page.lines("push", TABLE, FIGURES).stream().filter(line -> !line.isEmpty()).toList());
    assertEquals(
        List.of(
            "(1) Nobody knows.",
            "",
            "[K] recalled from the source named, not read again: 1 reproduced, 1 deviates, explained",
            "[M] measured independently of this program: in other models, or with genuine Maelstrom:"
                + " 2 reproduced, 0 deviate",
            "4 figures: 3 reproduced, 1 deviates, explained"),
        page.summary());
  }

  @Test
  void dataHasALineForEachPublishedFigure() {
    assertEquals(4, FigureData.csv("push", FIGURES).size());
    assertEquals(
        "push,k=1,t_ave,K,11.0,9.7788,0.016,300,,deviates,-0.111,Nobody knows.,fanout",
        FigureData.csv("push", FIGURES).get(2));
    assertEquals(
        "{\"table\":\"push\",\"row\":\"k=1\",\"measure\":\"t_ave\",\"tag\":\"M\",\"published\":\"9.77\","
            + "\"ours\":9.7788,\"half_width_95\":0.016,\"runs\":300,\"verdict\":\"reproduced\","
            + "\"deviation\":0.0,\"strategy\":\"fanout\"}",
        FigureData.json("push", FIGURES).get(3));
    assertEquals(
        "| k=1 | t_ave | 11.0 [K], 9.77 [M] | 9.779 +-0.016 |  | [K] deviates -11.1 %, [M]"
            + " reproduced |",
        FigureData.markdown("push", TABLE, FIGURES).get(5));
  }
}
