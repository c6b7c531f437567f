package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guards against a confidence interval that is none, and against means of what is not known. */
final class RepeatsTest {
  private static RunRecord run(double messages) {
    return Runs.of("flood", Map.of(), Runs.SETTINGS, Runs.measured(messages, 500, 0));
  }

  @Test
  void theIntervalIsStudents() {
    // The table: t(0.975, 3) = 3.182; the standard error of these is sqrt(20 / 3) / 2.
    Estimate estimate = Estimate.ofMean(2, 4, 6, 8);
    assertEquals(5, estimate.mean(), 1e-12);
    assertEquals(3.182 * 1.29099, estimate.halfWidth(), 1e-3);
  }

  @Test
  void aShareOfAllRunsIsNotCertain() {
    assertEquals(1, Estimate.ofShare(1, 1, 1, 1).mean());
    assertTrue(Estimate.ofShare(1, 1, 1, 1).halfWidth() > 0.5);
    assertEquals(0.5, Estimate.ofShare(0, 1).mean());
  }

  @Test
  void eachMetricHasItsMeanAndBounds() {
    String line = line(new Repeats(List.of(run(9), run(10), run(14))), "messages_per_op");
    assertTrue(line.matches("messages_per_op +11\\.00 +6\\.57 +9\\.00 +14\\.00 .*"), line);
  }

  @Test
  void oneRunIsNoSample() {
    String line = line(new Repeats(List.of(run(9))), "messages_per_op");
    assertTrue(line.matches("messages_per_op +9\\.00 +- +9\\.00 +9\\.00 .*"), line);
  }

  @Test
  void whatSomeRunDoesNotKnowIsLeftOut() {
    Repeats repeats = new Repeats(List.of(run(9), Runs.imported("flood", null, 9, 0)));
    assertFalse(repeats.lines().stream().anyMatch(line -> line.startsWith("reliability")));
    line(repeats, "messages_per_op");
  }

  private static String line(Repeats repeats, String metric) {
    return repeats.lines().stream()
        .filter(line -> line.startsWith(metric + " "))
        .findFirst()
        .orElseThrow();
  }
}
