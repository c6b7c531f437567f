package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.report.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareTest {
  private static final String[] SMALL = {"compare", "--time-limit=2", "--node-count=5"};

  @TempDir Path folder;

  private static String[] small(String... more) {
    return Stream.concat(Arrays.stream(SMALL), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void whatIsAroundAStrategyIsSaidOnceWithItsOptions() {
    Cli cli =
        Cli.run(
            small(
                "--strategies=flood,delta-ack",
                "--overlay=full,k-regular:k=2",
                "--nemesis=none",
                "--detector=on-send"));
    assertEquals(0, cli.status(), cli.err());
    assertEquals(
        List.of(
            "within",
            "  full       sync=15s fanout=4 forget=1m",
            "  k-regular  k=2 sync=15s fanout=4 forget=1m",
            "  on-send    timeout=500ms probe=2s",
            ""),
        cli.lines().subList(3, 8));
  }

  @Test
  void everyStrategyRunsInThreeScenarios() {
    Cli cli = Cli.run(small("--format=json"));
    List<RunRecord> records = cli.records();
    long strategies = records.stream().map(RunRecord::strategy).distinct().count();
    assertEquals(0, cli.status(), cli.err());
    assertTrue(strategies >= 6, "strategies: " + strategies);
    assertEquals(3 * strategies, records.size());
    assertEquals(
        List.of("no faults", "2 % loss", "partition"),
        records.stream().map(run -> Cli.settings(run).scenario()).distinct().toList());
  }

  @Test
  void aBaselineIsHeldAgainstNewRunsOrAnotherFile() {
    String before = folder.resolve("before.ndjson").toString();
    String after = folder.resolve("after.ndjson").toString();
    Cli.run(small("--strategies=flood,fanout", "--nemesis=none", "--out=" + before));
    Cli.run(small("--strategies=flood,fanout:k=1", "--nemesis=none", "--out=" + after));
    Cli same = Cli.run(small("--strategies=flood,fanout", "--nemesis=none", "--baseline", before));
    assertEquals(0, same.status(), same.err());
    assertTrue(same.out().contains("2 runs are the same throughout."), same.out());
    Cli files = Cli.run("compare", "--baseline", before, after);
    assertTrue(files.out().contains("1 run is the same in every figure."), files.out());
    assertTrue(
        files.out().contains("After only: fanout:k=1, grid, no faults, seed 1."), files.out());
  }

  @Test
  void filesThatCannotBeComparedAreRefusedInASentence() throws IOException {
    Path garbage = Files.writeString(folder.resolve("garbage"), "{}\n");
    Path empty = Files.writeString(folder.resolve("empty"), "");
    assertRefused("Compare x with what? Add --baseline=FILE", "compare", "x");
    assertRefused("no such file", "compare", "--baseline=/nowhere", "x");
    assertRefused("record 1: Not a run record", "compare", "--baseline=" + garbage);
    assertRefused("holds no run record", "compare", "--baseline=" + empty);
  }

  private static void assertRefused(String sentence, String... args) {
    Cli cli = Cli.run(args);
    assertEquals(ExitStatus.USAGE, cli.status(), cli.err());
    assertTrue(cli.err().contains(sentence), cli.err());
  }

  @Test
  void aChosenFaultIsTheOnlyScenario() {
    Cli cli = Cli.run(small("--format=json", "--strategies=flood", "--loss=0.5"));
    assertEquals("50 % loss", Cli.settings(cli.record()).scenario());
    Cli calm = Cli.run(small("--format=json", "--strategies=flood", "--nemesis=none"));
    assertEquals("none", Cli.settings(calm.record()).nemesis());
  }

  @Test
  void theTableBeginsWithSettingsAndSeedAndEndsWithTheAnswer() {
    Cli cli = Cli.run(small("--strategies=flood,delta-ack:interval=50ms", "--seed=3"));
    List<String> lines = cli.lines();
    assertEquals(0, cli.status(), cli.err());
    assertEquals(
        "5 nodes, grid, latency 100 ms constant, 100 operations/s for 2 s, 10 s quiet, maelstrom network,"
            + " seed 3",
        lines.get(0));
    assertEquals("  flood      no options", lines.get(1));
    assertTrue(lines.get(2).startsWith("  delta-ack  interval=50ms timeout="), lines.get(2));
    assertEquals(
        "Lost nothing in any scenario: delta-ack.", lines.get(lines.size() - 3), cli.out());
    assertTrue(
        lines
            .get(lines.size() - 2)
            .startsWith("Cheapest of these (msgs/op): delta-ack (no faults"));
    assertTrue(
        lines
            .get(lines.size() - 1)
            .startsWith("Fastest of these (delivery p99 in ms): delta-ack (no faults"));
  }

  @Test
  void tableAndJsonAndCsvAgree() {
    String[] which = small("--strategies=flood,push-pull", "--nemesis=partition");
    List<RunRecord> records = Cli.run(with(which, "--format=json")).records();
    List<String> csv = Cli.run(with(which, "--format=csv")).lines();
    List<String> table = Cli.run(which).lines();
    assertEquals(1 + records.size(), csv.size());
    for (int i = 0; i < records.size(); i++) {
      RunRecord run = records.get(i);
      BigDecimal messages = Objects.requireNonNull(run.metrics().messagesPerOp());
      assertTrue(csv.get(i + 1).contains("," + messages.toPlainString() + ","), csv.get(i + 1));
      assertTrue(csv.get(i + 1).endsWith("," + run.traceHash()), csv.get(i + 1));
      String row =
          table.stream()
              .filter(line -> line.startsWith("  " + run.strategy()) && line.contains("valid"))
              .findFirst()
              .orElse("no row in " + table);
      String shown = messages.setScale(1, RoundingMode.HALF_UP).toPlainString();
      assertTrue(row.contains(" " + shown + " "), row);
    }
  }

  private static String[] with(String[] args, String more) {
    return Stream.concat(Arrays.stream(args), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void theSameCommandPrintsTheSameBytesTwice() {
    for (String format : List.of("table", "json", "csv")) {
      String[] args = small("--format=" + format, "--seed=11");
      assertEquals(Cli.run(args), Cli.run(args), format);
    }
  }

  @Test
  void outGathersTheRecordsOfEveryCommand() throws IOException {
    Path file = folder.resolve("runs.ndjson");
    String[] args = small("--strategies=flood", "--loss=0", "--out=" + file);
    Cli.run(args);
    Cli.run(with(args, "--seed=2"));
    List<RunRecord> records = Files.readAllLines(file).stream().map(RunRecord::ofJson).toList();
    assertEquals(List.of(1L, 2L), records.stream().map(RunRecord::seed).toList());
  }

  @Test
  void aRecordHoldsTheCommandThatGivesThatRecord() {
    String[] args = small("--strategies=spanning-tree", "--nemesis=partition", "--format=json");
    RunRecord run = Cli.run(args).record();
    String command = Objects.requireNonNull(run.command());
    assertTrue(command.startsWith("runner/bin/runner simulate --strategy="), command);
    String[] replay = command.substring("runner/bin/runner ".length()).split(" ", -1);
    assertEquals(List.of(run), Cli.run(with(replay, "--format=json")).records());
  }

  @Test
  void aBrokenPromiseIsSaidAndIsAFailure() {
    Cli cli = Cli.with(Planted.liar(), small());
    assertEquals(ExitStatus.FAILED, cli.status());
    assertEquals(1, cli.err().lines().count(), cli.err());
    assertTrue(
        cli.err()
            .startsWith(
                "hearsay: liar breaks its promise DELIVERS_TO_ALL (no faults); see:"
                    + " runner/bin/runner simulate --strategy=liar --node-count=5"),
        cli.err());
    assertTrue(cli.out().endsWith("Every strategy lost something in some scenario.\n"), cli.out());
  }

  @Test
  void aLossThatNobodyPromisedAgainstIsNoFailure() {
    Cli cli = Cli.with(Planted.secretive(), small());
    assertEquals(ExitStatus.OK, cli.status());
    assertEquals("", cli.err());
    assertTrue(cli.out().contains("LOSES"), cli.out());
  }

  @Test
  void aRunThatFailedIsSaidWithTheCommandThatRepeatsIt() {
    Cli cli = Cli.with(Planted.explosive(), small("--loss=0"));
    assertEquals(ExitStatus.FAILED, cli.status());
    assertTrue(cli.err().contains("boom"), cli.err());
    assertTrue(
        cli.err().contains("; again: runner/bin/runner simulate --strategy=explosive "), cli.err());
    assertFalse(cli.err().contains("\tat "), cli.err());
    assertTrue(cli.out().endsWith("No answer: 1 of 1 runs failed.\n"), cli.out());
  }

  @Test
  void progressIsShownToAPersonAndErasedAtTheEnd() {
    Cli cli = Cli.watched(small("--strategies=flood", "--loss=0"));
    assertTrue(cli.err().contains("\r\u001b[K0/1 flood, no faults"), cli.err());
    assertTrue(cli.err().endsWith("\r\u001b[K"), cli.err());
    assertEquals(Cli.run(small("--strategies=flood", "--loss=0")).out(), cli.out());
  }
}
