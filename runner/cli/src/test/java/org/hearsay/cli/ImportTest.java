package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.node.service.Count;
import org.hearsay.report.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against imports that say more than the file and the user do, or hide what they lack. */
final class ImportTest {
  private static final String FLOOD = Genuine.FLOOD.toString();
  private static final String INVALID = Genuine.INVALID.toString();

  @TempDir Path folder;

  private static Cli imported(String... args) {
    return Cli.run(Stream.concat(Stream.of("import"), Stream.of(args)).toArray(String[]::new));
  }

  @Test
  void theTableHasARowForEachFileAndSaysThatNobodyKnowsTheSettings() {
    Cli cli = imported(FLOOD, INVALID);
    assertEquals(ExitStatus.OK, cli.status());
    assertEquals("", cli.err());
    assertEquals("settings unknown; say them with --topology and the like", cli.lines().get(2));
    assertTrue(
        cli.lines().get(3).matches("  25-nodes-grid-100ms-flood +27\\.6 +451 +807  valid"),
        cli.lines().get(3));
    assertTrue(
        cli.lines().get(4).matches("  five-nodes-tree4-partition-flood +1\\.3 +0 +24912  INVALID"),
        cli.lines().get(4));
    assertFalse(cli.out().contains("Cheapest"), "who knows whether they can be compared");
  }

  @Test
  void withAnySettingTheOthersAreAssumedAndSaidToBe() {
    Cli cli = imported(FLOOD, Genuine.TREE.toString(), "--rate=90", "--node-count", "25");
    assertEquals(
        "hearsay: Assumed of the runs: --topology=grid --latency=100 --latency-dist=constant"
            + " --time-limit=20 --nemesis=none\n",
        cli.err());
    assertEquals(
        "25 nodes, grid, latency 100 ms constant, 90 operations/s for 20 s, 10 s quiet,"
            + " maelstrom network",
        cli.lines().get(0));
    assertEquals("no faults", cli.lines().get(4));
    assertEquals(
        List.of(
            "Valid for Maelstrom: 25-nodes-grid-100ms-flood, 25-nodes-tree4-100ms-flood.",
            "Cheapest of these (msgs/op): 25-nodes-tree4-100ms-flood (12.3)",
            "Fastest of these (stable max in ms): 25-nodes-tree4-100ms-flood (520)"),
        cli.lines().subList(cli.lines().size() - 3, cli.lines().size()));
  }

  @Test
  void theIntervalOfPartitionsIsAssumedOnlyIfThereAreAny() {
    assertTrue(imported(INVALID, "--nemesis=partition").err().endsWith(" --nemesis-interval=10\n"));
    assertTrue(imported(INVALID, "--quiet=10").err().endsWith(" --nemesis=none\n"));
  }

  @Test
  void whoSaysAllIsToldNothing() {
    Cli cli =
        imported(
            FLOOD,
            "--node-count=25",
            "--topology=grid",
            "--latency=100",
            "--latency-dist=constant",
            "--rate=100",
            "--time-limit=20",
            "--nemesis=none");
    assertEquals("", cli.err());
    assertEquals(ExitStatus.OK, cli.status());
  }

  @Test
  void aRecordHoldsWhatTheFileAndTheUserSay() {
    RunRecord run = imported(FLOOD, "--format=json", "--strategy=some one's flood").record();
    assertEquals("maelstrom", run.world());
    assertEquals("some one's flood", run.strategy());
    assertEquals(new BigDecimal("27.576422"), run.metrics().messagesPerOp());
    assertNull(run.settings());
    assertNull(run.seed());
    RunRecord said = imported(FLOOD, "--format=json", "--seed=4", "--time-limit=20").record();
    assertEquals(4L, said.seed());
    assertEquals(new BigDecimal("20"), Cli.settings(said).timeLimit());
    assertNull(imported(FLOOD, "--format=json", "--seed=4").record().settings());
  }

  @Test
  void csvHasEmptyCellsWhereNobodyKnows() {
    List<String> csv = imported(Genuine.NOTHING_STABLE.toString(), "--format=csv").lines();
    assertTrue(
        csv.get(1).startsWith("maelstrom,five-nodes-malformed-reads,,,,,,,,,,,,,,,,,,0.0,0.0,,"));
    String ofMembership = ",".repeat(14);
    String ofRuntime = ",".repeat(Count.values().length);
    assertTrue(csv.get(1).endsWith(",0,87,35" + ofMembership + ofRuntime + ",false,,"), csv.get(1));
  }

  @Test
  void anInvalidRunIsNoFailureOfTheImport() {
    assertEquals(ExitStatus.OK, imported(INVALID).status());
  }

  @Test
  void aFileThatCannotBeReadIsSaidAndTheOthersAreImported() throws IOException {
    Path records = folder.resolve("runs.ndjson");
    String broken = Files.writeString(folder.resolve("broken.edn"), "{:valid? true").toString();
    Cli cli = imported(FLOOD, broken, folder.toString(), INVALID, "--out=" + records, "--rate=9");
    assertEquals(ExitStatus.FAILED, cli.status());
    List<String> said = cli.err().lines().skip(1).toList();
    assertEquals("hearsay: " + broken + " is cut off: it ends amid a value", said.get(0));
    assertEquals("hearsay: " + folder + " is a folder: name the results.edn in it", said.get(1));
    assertEquals(2, said.size());
    assertEquals(
        List.of("25-nodes-grid-100ms-flood", "five-nodes-tree4-partition-flood"),
        Files.readAllLines(records).stream()
            .map(line -> RunRecord.ofJson(line).strategy())
            .toList());
    assertTrue(cli.out().contains("  25-nodes-grid-100ms-flood "), cli.out());
    assertFalse(cli.out().contains("Cheapest"), "there is no answer without all of them");
  }

  @Test
  void whereNothingCouldBeReadThereIsNoTable() {
    Cli cli = imported(folder.resolve("none.edn").toString());
    assertEquals(ExitStatus.FAILED, cli.status());
    assertEquals("", cli.out());
    assertEquals("hearsay: " + folder.resolve("none.edn") + " does not exist\n", cli.err());
  }
}
