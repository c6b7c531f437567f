package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DetailsTest {

  @Test
  void maelstromsResultsAreShownUnderItsOwnNames() {
    assertEquals(
        """
        In the words of Maelstrom's results.edn: valid? false, ok-fraction 0.97
          stats        count  ok-count  fail-count  info-count
            broadcast     50        49           0           1
            read          50        48           2           0
            all          100        97           2           1
          net        send-count  recv-count  msg-count  msgs-per-op
            clients         250         245        250            -
            servers        1200        1195       1200         28.5
            all            1450        1440       1450         14.5
          workload  attempt-count  stable-count  lost-count  stale-count  never-read-count  duplicated-count
                               50            47           3            7                 0                 0
          stable-latencies  0  0.5  0.95  0.99   1
                            0   10    20    30  40
        """
            .lines()
            .toList(),
        Details.maelstrom(Runs.maelstrom(28.5, 3)));
  }

  @Test
  void whatMaelstromDidNotSayIsNotShown() {
    MaelstromResults.Group none = new MaelstromResults.Group(0, 0, 0, null);
    List<String> lines =
        Details.maelstrom(
            new MaelstromResults(
                "unknown",
                new MaelstromResults.Stats(0, 0, 0, 0, new MaelstromResults.ByF(null, null)),
                BigDecimal.ONE,
                new MaelstromResults.Net(none, none, none),
                new MaelstromResults.Workload(0, 0, 0, 0, 0, 0, null)));
    assertEquals(9, lines.size(), lines.toString());
    assertEquals("    all      0         0           0           0", lines.get(2));
  }

  @Test
  void everyMetricIsShownButThoseThatAreUnknown() {
    RunRecord known = Runs.surrounded("flood", "hyparview", "swim");
    assertEquals(Metrics.OBSERVED.size(), Details.metrics(known).size());
    RunRecord imported = Runs.imported("flood", null, 27.576422, 0);
    List<Metric> shown =
        Metrics.OBSERVED.stream()
            .filter(metric -> metric.value().of(imported.metrics()) != null)
            .toList();
    List<String> lines = Details.metrics(imported);
    assertEquals(12, shown.size());
    assertEquals(shown.size(), lines.size());
    for (int i = 0; i < lines.size(); i++) {
      String start = shown.get(i).name() + " +" + shown.get(i).text(imported.metrics()) + " .*";
      assertTrue(lines.get(i).matches(start), lines.get(i));
    }
  }
}
