package org.hearsay.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.workload.PlannedBroadcast;
import org.junit.jupiter.api.Test;

/** Guards against runs that are not those that a table asks for, and measures of something else. */
final class RowRunsTest {
  private static final Map<String, String> CLUSTER =
      Map.of(
          "strategy", "flood",
          "overlay", "full",
          "detector", "swim",
          "nodes", "10",
          "runs", "2",
          "workload", "broadcasts",
          "rate", "2",
          "limit", "3s");

  private static RowRuns runs(Map<String, String> setting, Map<String, String> with) {
    return new RowRuns(
        setting, with, StrategyCatalog.ofClassPath(), MembershipCatalog.ofClassPath());
  }

  private static RowRuns runs(String... with) {
    Map<String, String> words = new HashMap<>();
    for (int i = 0; i < with.length; i += 2) {
      words.put(with[i], with[i + 1]);
    }
    return runs(CLUSTER, words);
  }

  private static double measured(Measure measure, RowRuns plan) {
    return measure.of(plan.run(1), plan);
  }

  @Test
  void broadcastsComeAtEqualTimesFromTheFirstNodesInTurn() {
    assertEquals(
        PlannedBroadcast.parse("n0@1s,n1@1500ms,n0@2s,n1@2500ms"),
        runs("senders", "2", "from", "1s").settings(7).load().plan());
  }

  @Test
  void withoutSendersTheyComeFromAnyNodeAsTheSeedHasIt() {
    List<PlannedBroadcast> plan = runs().settings(7).load().plan();
    assertEquals(6, plan.size());
    assertEquals(plan, runs().settings(7).load().plan());
    assertTrue(plan.stream().mapToInt(PlannedBroadcast::node).distinct().count() > 1);
    assertTrue(!plan.equals(runs().settings(8).load().plan()));
  }

  /** A strategy that learns a tree pays for the first broadcast, and never again. */
  @Test
  void whatTheWarmUpCostsDoesNotCount() {
    RowRuns cold = runs("strategy", "spanning-tree", "senders", "1");
    RowRuns warm = runs("strategy", "spanning-tree", "senders", "1", "warm-up", "4");
    assertTrue(measured(Measure.RMR, cold) > 0.5, "the first goes everywhere");
    assertEquals(0, measured(Measure.RMR, warm));
    assertEquals(100, measured(Measure.RELIABILITY, warm));
    assertEquals(2, warm.run(1).rumors());
    assertEquals(18, warm.run(1).deliveries());
  }

  @Test
  void aWarmUpLeavesSomethingToMeasure() {
    assertThrows(IllegalArgumentException.class, () -> runs("warm-up", "6"));
  }

  @Test
  void deathsAreFoundInWholePeriods() {
    RowRuns plan = runs("faults", "crash:n3@1s", "limit", "30s", "period", "2.5", "wait", "1.6");
    double seconds = measured(Measure.DETECTION, plan);
    assertEquals(Math.ceil((seconds - 1.6) / 2.5), measured(Measure.DETECTION_PERIODS, plan));
    assertTrue(measured(Measure.VERDICT, plan) > seconds);
    assertEquals(0, measured(Measure.FALSE_VERDICTS, plan));
    assertEquals(0, measured(Measure.MISSED, plan));
  }

  @Test
  void theOverlayIsMeasuredAtTheEnd() {
    RowRuns plan = runs();
    assertEquals(9, measured(Measure.DEGREE, plan));
    assertEquals(1, measured(Measure.CLUSTERING, plan));
    assertEquals(1, measured(Measure.PATH, plan));
    assertEquals(100, measured(Measure.LARGEST_PIECE, plan));
    assertEquals(0, measured(Measure.GHOSTS, plan));
    assertEquals(9, measured(Measure.REMEMBERED, plan));
    assertTrue(measured(Measure.CONTROL, plan) > 0);
  }

  @Test
  void theStrategyIsNamedWithWhatIsAroundIt() {
    assertTrue(runs().strategy().startsWith("flood --overlay=full:"), runs().strategy());
    assertTrue(runs().strategy().contains("--detector=swim:"), runs().strategy());
    RowRuns plain = runs(Map.of("strategy", "flood", "nodes", "10", "runs", "2"), Map.of());
    assertEquals("flood", plain.strategy());
  }

  @Test
  void aMeasureOfWhatIsNotThereIsRefused() {
    PublishedTable table =
        TableFile.parse(
            """
            {"title": "T", "source": "S",
             "setting": {"strategy": "flood", "nodes": "10", "runs": "2"},
             "columns": [{"measure": "path"}],
             "rows": [{"label": "a"}]}
            """);
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Reproduction(
                    Map.of("mine", table),
                    StrategyCatalog.ofClassPath(),
                    MembershipCatalog.ofClassPath(),
                    1,
                    1));
    assertEquals(
        "mine, row \"a\": the column \"average path\" needs an overlay other than static, or a"
            + " detector",
        refusal.getMessage());
  }

  @Test
  void aWordThatNothingAsksForIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> runs("sender", "2").requireNoOtherWords(Set.of()));
    String sentence = String.valueOf(refusal.getMessage());
    assertTrue(
        sentence.startsWith("there is no setting \"sender\", did you mean \"senders\"?"), sentence);
  }
}
