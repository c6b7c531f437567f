package org.hearsay.maelstrom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearsay.report.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against conditions that Maelstrom is not told of, or told of in vain. */
final class BroadcastRunTest {

  @Test
  void everyConditionIsAmongTheWords() {
    assertEquals(
        List.of(
            "/opt/maelstrom",
            "test",
            "-w",
            "broadcast",
            "--bin",
            "/home/of a/runner",
            "--node-count",
            "25",
            "--topology",
            "grid",
            "--latency",
            "100",
            "--latency-dist",
            "constant",
            "--rate",
            "100",
            "--time-limit",
            "20",
            "--",
            "--strategy=push-pull:interval=100ms,batch=7",
            "--seed=3"),
        Runs.of(Runs.SETTINGS).words("/opt/maelstrom", "/home/of a/runner"));
  }

  @Test
  void theCommandIsTheSameOnEveryMachine() {
    assertEquals(
        "maelstrom test -w broadcast --bin runner/bin/runner --node-count 25 --topology grid"
            + " --latency 100 --latency-dist constant --rate 100 --time-limit 20"
            + " --nemesis partition --nemesis-interval 7.5"
            + " -- --strategy=push-pull:interval=100ms,batch=7 --seed=3",
        Runs.of(Runs.SETTINGS.with(BigDecimal.ZERO, "partition")).command());
  }

  static Stream<Arguments> refused() {
    RunSettings usual = Runs.SETTINGS;
    return Stream.of(
        Arguments.of(
            usual.with(new BigDecimal("0.02"), "none"),
            "Maelstrom loses messages in partitions only: leave out --loss"),
        Arguments.of(
            usual.with(BigDecimal.ZERO, "kill"), "Maelstrom has no --nemesis=kill, just partition"),
        Arguments.of(
            usual.with(BigDecimal.ZERO, "pause"),
            "Maelstrom has no --nemesis=pause, just partition"),
        Arguments.of(
            Runs.settings("grid", 100, "constant", "20", "10", "ideal"),
            "Maelstrom has no --network=ideal"),
        Arguments.of(
            Runs.settings("grid", 100, "constant", "20", "5", "maelstrom"),
            "Maelstrom is always quiet for 10 s: leave out --quiet"),
        Arguments.of(
            Runs.settings("ring", 100, "constant", "20", "10", "maelstrom"),
            "Maelstrom has no --topology=ring; it has line, grid, tree, tree2, tree3, tree4 and"
                + " total"),
        Arguments.of(
            Runs.settings("grid", 0, "uniform", "20", "10", "maelstrom"),
            "Maelstrom needs a --latency above 0 for --latency-dist=uniform"),
        Arguments.of(
            Runs.settings("grid", 100, "constant", "2.5", "10", "maelstrom"),
            "Maelstrom counts whole seconds, not --time-limit=2.5"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatMaelstromHasNoOptionForIsRefused(RunSettings settings, String refusal) {
    assertEquals(Optional.of(refusal), BroadcastRun.refusal(settings));
  }

  @ParameterizedTest
  @ValueSource(strings = {"line", "grid", "tree", "tree2", "tree3", "tree4", "total"})
  void whatMaelstromHasIsNotRefused(String topology) {
    RunSettings settings = Runs.settings(topology, 0, "constant", "20.0", "10.0", "maelstrom");
    assertEquals(Optional.empty(), BroadcastRun.refusal(settings));
    assertEquals(
        Optional.empty(), BroadcastRun.refusal(settings.with(BigDecimal.ZERO, "partition")));
  }
}
