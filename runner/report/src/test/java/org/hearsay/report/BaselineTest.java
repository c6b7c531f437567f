package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final RunRecord FLOOD = run("flood", 10);

  private static RunRecord run(String strategy, double messagesPerOp) {
    return Runs.of(strategy, Map.of(), Runs.SETTINGS, Runs.measured(messagesPerOp, 500, 0));
  }

  private static RunRecord process(double messagesPerOp) {
    RunRecord run = run("flood", messagesPerOp);
    return new RunRecord(
        "process",
        run.strategy(),
        run.config(),
        run.seed(),
        run.command(),
        run.settings(),
        run.metrics(),
        run.maelstrom());
  }

  @Test
  void theSameRunsAreTheSame() {
    List<String> lines = new Baseline(List.of(FLOOD.by("a1")), List.of(FLOOD.by("b2"))).lines();
    assertEquals("before  1 run by commit a1", lines.get(0));
    assertEquals("after   1 run by commit b2", lines.get(1));
    assertEquals("1 run is the same in every figure.", lines.get(3));
  }

  @Test
  void aSimulationIsHeldToTheLastDigit() {
    String lines = text(List.of(FLOOD), List.of(run("flood", 10.001)));
    assertTrue(lines.contains("flood, grid, no faults, seed 1"), lines);
    assertTrue(lines.matches("(?s).*messages_per_op +10.0 +10.0 +\\+0.0 % +worse.*"), lines);
    assertTrue(lines.contains("0 runs are the same"), lines);
  }

  @Test
  void anotherTraceWithTheSameFiguresIsAChange() {
    RunRecord other = FLOOD.with("0badcafe0badcafe", new Histogram(3), List.of(2L, 4L));
    String lines = text(List.of(FLOOD), List.of(other));
    assertTrue(lines.contains("seed 1: other messages, and the same figures"), lines);
  }

  @Test
  void processesAreComparedWithTheirSpread() {
    List<RunRecord> before = List.of(process(10), process(11), process(12));
    String within = text(before, List.of(process(10.5), process(11.5), process(12.5)));
    assertTrue(
        within.matches("(?s).*messages_per_op +11.0 \\+- 2.5 +11.5 \\+- 2.5.*spread.*"), within);
    String beyond = text(before, List.of(process(20), process(21), process(22)));
    assertTrue(beyond.matches("(?s).*messages_per_op.*\\+90.9 % +worse.*"), beyond);
  }

  @Test
  void runsOfOneSideOnlyAreNamed() {
    String lines = text(List.of(FLOOD, run("fanout", 8)), List.of(FLOOD, run("push-pull", 4)));
    assertTrue(lines.contains("Before only: fanout, grid, no faults, seed 1."), lines);
    assertTrue(lines.contains("After only: push-pull, grid, no faults, seed 1."), lines);
  }

  private static String text(List<RunRecord> before, List<RunRecord> after) {
    return String.join("\n", new Baseline(before, after).lines());
  }
}
