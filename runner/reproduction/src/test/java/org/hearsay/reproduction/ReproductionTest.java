package org.hearsay.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.reproduction.PublishedTable.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against other semantics than the published ones, and against tables that do not run. */
final class ReproductionTest {
  private static final StrategyCatalog STRATEGIES = StrategyCatalog.ofClassPath();
  private static final MembershipCatalog MEMBERSHIPS = MembershipCatalog.ofClassPath();

  private static PublishedTable table(String name) {
    return Objects.requireNonNull(Tables.all().get(name));
  }

  private static List<Figure> figures(PublishedTable table, int cores, double factor)
      throws InterruptedException {
    List<Figure> figures = new ArrayList<>();
    new Reproduction(Map.of("table", table), STRATEGIES, MEMBERSHIPS, 1, factor)
        .run(cores, done -> {}, (name, each) -> figures.addAll(each));
    return figures;
  }

  /** A table with just one of its rows, and another strategy if that is to be wrong. */
  private static PublishedTable only(PublishedTable table, String label, Map<String, String> with) {
    Row row =
        table.rows().stream().filter(any -> any.label().equals(label)).findFirst().orElseThrow();
    return new PublishedTable(
        table.title(),
        table.source(),
        table.note(),
        table.onRequest(),
        table.setting(),
        table.runsBehind(),
        table.columns(),
        List.of(new Row(label, with.isEmpty() ? row.with() : with, row.published())),
        List.of());
  }

  private static List<Verdict> of(Measure measure, List<Figure> figures) {
    return figures.stream()
        .filter(figure -> figure.column().measure() == measure)
        .flatMap(figure -> figure.verdicts().stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"demers-1", "demers-2", "demers-3"})
  void theResidueAndTrafficOfTwoAreReproduced(String name) throws InterruptedException {
    List<Figure> figures = figures(only(table(name), "k=2", Map.of()), 2, 0.05);
    for (Measure measure : List.of(Measure.RESIDUE, Measure.TRAFFIC, Measure.T_LAST)) {
      List<Verdict> verdicts = of(measure, figures);
      assertEquals(2, verdicts.size());
      assertTrue(verdicts.stream().allMatch(Verdict::reproduced), verdicts.toString());
    }
  }

  /** Cycles of each node's own: a push counts by what its receiver knows when it comes. */
  @Test
  void liveStateIsFoundOut() throws InterruptedException {
    Map<String, String> planted =
        Map.of("strategy", "fanout:interval=1s,fanout=1,k=2,max-cycles=200", "runs", "1000");
    List<Verdict> verdicts =
        of(Measure.RESIDUE, figures(only(table("demers-1"), "k=2", planted), 2, 0.1));
    assertTrue(verdicts.stream().allMatch(Verdict::isUnexplained), verdicts.toString());
  }

  /** A rule without the word "consecutive" loses interest sooner; so does a smaller k. */
  @Test
  void anotherCounterIsFoundOut() throws InterruptedException {
    Map<String, String> planted = Map.of("k", "3");
    List<Figure> figures = figures(only(table("demers-3"), "k=2", planted), 2, 0.05);
    assertFalse(of(Measure.TRAFFIC, figures).stream().anyMatch(Verdict::reproduced));
    assertFalse(of(Measure.RESIDUE, figures).stream().anyMatch(Verdict::reproduced));
  }

  @Test
  void theResultIsTheSameOnAnyNumberOfCores() throws InterruptedException {
    assertEquals(figures(table("demers-2"), 1, 0.01), figures(table("demers-2"), 3, 0.01));
  }

  @Test
  void everyTableFits() {
    Map<String, PublishedTable> tables = Tables.all();
    assertTrue(tables.size() >= 10, tables.keySet().toString());
    assertTrue(new Reproduction(tables, STRATEGIES, MEMBERSHIPS, 1, 1).runs() > 1_000);
  }

  /**
   * A bound that something beats is none. Tables of what is around a strategy have other bounds.
   */
  @Test
  void theOracleStandsBesideAllOtherStrategies() {
    Tables.all()
        .forEach(
            (name, table) ->
                assertTrue(
                    table.onRequest()
                        || table.rows().stream()
                            .anyMatch(row -> "oracle".equals(row.with().get("strategy"))),
                    name));
  }

  @Test
  void holdersAreCountedHopByHop() throws InterruptedException {
    List<Figure> figures = figures(only(table("mesh-hops"), "2 hops", Map.of()), 2, 0.1);
    assertTrue(of(Measure.HOLDERS, figures).stream().allMatch(Verdict::reproduced));
  }
}
