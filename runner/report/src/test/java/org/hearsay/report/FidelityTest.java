package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Guards against worlds that are said to agree and do not, or that are held against strangers. */
final class FidelityTest {

  private static List<String> lines(RunRecord... runs) {
    return new Fidelity(List.of(runs)).lines();
  }

  private static String rowOf(String world, List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("  " + world)).findFirst().orElseThrow();
  }

  @Test
  void aRunIsHeldAgainstTheSimulationOfTheSameCell() {
    List<String> lines = lines(Runs.of("flood"), Runs.imported("flood", Runs.SETTINGS, 10.1, 0));
    assertEquals("flood, grid, no faults", lines.get(2));
    assertTrue(rowOf("maelstrom", lines).contains(" 10.1  +1.0 % "), lines.toString());
    assertEquals(
        "1 of 1 rows are within these bounds of the simulation.", lines.get(lines.size() - 1));
  }

  @Test
  void whatIsBeyondTheBoundsIsNamed() {
    List<String> lines = lines(Runs.of("flood"), Runs.imported("flood", Runs.SETTINGS, 10.3, 0));
    assertTrue(rowOf("maelstrom", lines).endsWith("  msgs/op"), lines.toString());
    assertEquals(
        "0 of 1 rows are within these bounds of the simulation.", lines.get(lines.size() - 1));
  }

  @Test
  void aRunThatBroughtNothingIsNotClose() {
    RunRecord broken = Runs.imported("flood", Runs.SETTINGS, 10, 0);
    Measurements nothing =
        Measurements.of(
            new MaelstromResults(
                "error",
                new MaelstromResults.Stats(0, 0, 0, 0, new MaelstromResults.ByF(null, null)),
                Decimals.share(1),
                broken.maelstrom().net(),
                new MaelstromResults.Workload(0, 0, 0, 0, 0, 0, null)),
            null,
            null,
            null);
    RunRecord run =
        new RunRecord(
            "process", "flood", Map.of(), 1L, null, Runs.SETTINGS, nothing, broken.maelstrom());
    List<String> lines = lines(Runs.of("flood"), run);
    assertTrue(
        rowOf("process", lines).endsWith("msgs/bcast, p50, p95, p99, max"), lines.toString());
    assertEquals(
        "0 of 1 rows are within these bounds of the simulation.", lines.get(lines.size() - 1));
  }

  @Test
  void aRunWithoutASimulationIsShownAndNotCounted() {
    List<String> lines = lines(Runs.of("flood"), Runs.imported("fanout", Runs.SETTINGS, 10, 0));
    assertEquals("fanout, grid, no faults", lines.get(4));
    assertEquals(
        "0 of 0 rows are within these bounds of the simulation.", lines.get(lines.size() - 1));
  }
}
