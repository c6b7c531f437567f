package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.cli.installed.Installation;
import org.hearsay.report.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guards against runs under Maelstrom that fail unseen, and against reports of other runs. */
final class MaelstromCommandTest {
  @TempDir Path folder;
  private Path store = Path.of("");
  private Installation installation = new Installation(null, null);

  @BeforeEach
  void thereIsALauncherAndNothingOnThePath() {
    store = folder.resolve("store of mine");
    installation = new Installation(folder.resolve("home"), folder.resolve("empty").toString());
  }

  /** A script in Maelstrom's place that leaves a sample for each strategy, or fails. */
  private void install(String... cases) throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("maelstrom"),
            "#!/bin/sh\npwd >>'"
                + folder.resolve("called")
                + "'\necho \"$*\" >>'"
                + folder.resolve("called")
                + "'\nleave() { mkdir -p store/latest; cp \"$1\" store/latest/results.edn; }\n"
                + "case $* in\n"
                + String.join("\n", cases)
                + "\nesac\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String left(String strategy, Path sample, int status) {
    return "*--strategy=" + strategy + "*) leave '" + sample + "'; exit " + status + ";;";
  }

  private Cli run(String... args) {
    return Cli.installed(
        installation,
        Stream.concat(Stream.of("maelstrom", "--maelstrom", folder.toString()), Stream.of(args))
            .toArray(String[]::new));
  }

  @Test
  void eachStrategyIsRunOnceAndTheTableIsThatOfCompare() throws IOException {
    install(left("flood", Genuine.FLOOD, 0), left("push-pull", Genuine.TREE, 0));
    Cli cli = run("--strategies=flood,push-pull:batch=7", "--store=" + store, "--seed=5");
    assertEquals(ExitStatus.OK, cli.status(), cli.err());
    assertEquals(
        List.of(
            "hearsay: 1/2 flood under Maelstrom, for 30 s and some",
            "hearsay: 2/2 push-pull under Maelstrom, for 30 s and some"),
        cli.err().lines().toList());
    assertEquals(
        "25 nodes, grid, latency 100 ms constant, 100 operations/s for 20 s, 10 s quiet,"
            + " maelstrom network, seed 5",
        cli.lines().get(0));
    assertEquals("  push-pull  interval=200ms batch=7", cli.lines().get(2));
    assertTrue(cli.lines().get(7).matches("  flood +27\\.6 +451 +807  valid"), cli.out());
    assertTrue(
        cli.out().endsWith("Fastest of these (stable max in ms): push-pull (520)\n"), cli.out());
    List<String> called = Files.readAllLines(folder.resolve("called"));
    assertEquals(store.toRealPath().toString(), called.get(0));
    assertEquals(
        "test -w broadcast --bin "
            + folder.resolve("home/runner/bin/runner")
            + " --node-count 25 --topology grid --latency 100 --latency-dist constant --rate 100"
            + " --time-limit 20 -- --strategy=flood --seed=5",
        called.get(1));
    assertTrue(called.get(3).endsWith("--strategy=push-pull:interval=200ms,batch=7 --seed=5"));
    assertTrue(Files.exists(store.resolve("store/latest/results.edn")));
  }

  @Test
  void aRecordHoldsTheCommandForMaelstrom() throws IOException {
    install(left("flood", Genuine.FLOOD, 0));
    RunRecord run = run("--strategies=flood", "--format=json").record();
    assertEquals("maelstrom", run.world());
    assertEquals(
        "maelstrom test -w broadcast --bin runner/bin/runner --node-count 25 --topology grid"
            + " --latency 100 --latency-dist constant --rate 100 --time-limit 20"
            + " -- --strategy=flood --seed=1",
        run.command());
    assertEquals(1L, run.seed());
    assertEquals("grid", Cli.settings(run).topology());
  }

  @Test
  void withoutAStoreTheFolderIsGoneIfAllWentWell() throws IOException {
    install(left("flood", Genuine.FLOOD, 0));
    assertEquals(ExitStatus.OK, run("--strategies=flood").status());
    assertFalse(Files.exists(Path.of(Files.readAllLines(folder.resolve("called")).get(0))));
  }

  @Test
  void anInvalidRunIsShownAndItsLogsAreKept() throws IOException {
    install(left("flood", Genuine.INVALID, 1));
    Cli cli = run("--strategies=flood");
    assertEquals(ExitStatus.FAILED, cli.status());
    assertTrue(cli.out().contains("  INVALID\n"), cli.out());
    Path kept = Path.of(Files.readAllLines(folder.resolve("called")).get(0));
    assertTrue(
        cli.err().endsWith("hearsay: Maelstrom's logs and charts are in " + kept + "\n"),
        cli.err());
    Files.delete(kept.resolve("store/latest/results.edn"));
    Files.delete(kept.resolve("store/latest"));
    Files.delete(kept.resolve("store"));
    Files.delete(kept);
  }

  @Test
  void aRunWithoutResultsIsSaidAndTheOthersAreMade() throws IOException {
    Path records = folder.resolve("runs.ndjson");
    install(
        left("flood", Genuine.FLOOD, 0),
        "*--strategy=push-pull*) echo Node n2 crashed; exit 255;;",
        left("full-state", Genuine.TREE, 0));
    Cli cli =
        run("--strategies=flood,push-pull,full-state", "--store=" + store, "--out=" + records);
    assertEquals(ExitStatus.FAILED, cli.status());
    List<String> said = cli.err().lines().toList();
    assertEquals(5, said.size(), cli.err());
    assertTrue(
        said.get(2)
            .startsWith(
                "hearsay: push-pull failed: Maelstrom ended with status 255; again: maelstrom test"),
        said.get(2));
    assertEquals("  Node n2 crashed", said.get(3));
    assertTrue(cli.out().endsWith("No answer: 1 of 3 runs failed.\n"), cli.out());
    assertEquals(2, Files.readAllLines(records).size());
  }

  @Test
  void whereThereIsNoMaelstromOneLineSaysHowToGetIt() {
    for (String[] words :
        List.of(
            new String[] {"maelstrom"},
            new String[] {"maelstrom", "--maelstrom", folder.resolve("none").toString()})) {
      Cli cli = Cli.installed(installation, words);
      assertEquals(ExitStatus.FAILED, cli.status());
      assertEquals("", cli.out());
      assertEquals(1, cli.err().lines().count(), cli.err());
      assertTrue(
          cli.err()
              .endsWith(
                  " on your PATH; get it from https://github.com/jepsen-io/maelstrom/releases (it"
                      + " needs a JDK, graphviz and gnuplot), unpack it, and say --maelstrom"
                      + " DIR/maelstrom\n"),
          cli.err());
    }
  }

  @Test
  void whatIsOnThePathIsTakenInsteadOfWhatCannotBeStartedAndThatIsSaid() throws IOException {
    install(left("flood", Genuine.FLOOD, 0));
    Path named = folder.resolve("no-such-folder");
    Cli cli =
        Cli.installed(
            new Installation(folder.resolve("home"), folder.toString()),
            "maelstrom",
            "--maelstrom=" + named,
            "--strategies=flood");
    assertEquals(ExitStatus.OK, cli.status(), cli.err());
    assertTrue(
        cli.err()
            .startsWith(
                "hearsay: " + named + " cannot be started; taking " + folder.resolve("maelstrom")),
        cli.err());
  }

  @Test
  void withoutTheLauncherThereIsNothingForMaelstromToStart() throws IOException {
    install(left("flood", Genuine.FLOOD, 0));
    installation = new Installation(null, null);
    Cli cli = run("--strategies=flood");
    assertEquals(ExitStatus.FAILED, cli.status());
    assertTrue(cli.err().startsWith("hearsay: Maelstrom is to start nodes by runner/bin/runner"));
  }

  @Test
  void aStoreThatCannotBeMadeIsAMistake() throws IOException {
    install();
    Path file = Files.writeString(folder.resolve("file"), "");
    Cli cli = run("--strategies=flood", "--store=" + file);
    assertEquals(ExitStatus.USAGE, cli.status());
    assertTrue(cli.err().contains("--store=" + file), cli.err());
  }
}
