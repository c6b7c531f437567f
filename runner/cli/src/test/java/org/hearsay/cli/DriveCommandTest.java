package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.report.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against pages that hide what nodes did, and against runs that do not end. */
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DriveCommandTest {
  @TempDir private Path folder = Path.of("");

  private Path script(String text) throws IOException {
    Path script = Files.writeString(folder.resolve("node.sh"), "#!/bin/sh\n" + text + "\n");
    assertTrue(script.toFile().setExecutable(true));
    return script;
  }

  private static Cli drive(Path bin, String... more) {
    String[] words = {
      "drive", "--bin=" + bin, "--node-count=1", "--time-limit=1", "--quiet=0", "--init-timeout=20"
    };
    return Cli.run(Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  @Test
  void nodesOfThisProjectCostAsProcessesWhatTheyCostInSimulation() {
    String[] settings = {
      "--strategy=flood",
      "--node-count=3",
      "--topology=total",
      "--rate=20",
      "--time-limit=2",
      "--quiet=1",
      "--latency=20",
      "--format=json",
      "--seed=9"
    };
    RunRecord driven = run("drive", settings, "--init-timeout=60");
    RunRecord simulated = run("simulate", settings);
    assertEquals("process", driven.world());
    assertEquals(
        simulated.metrics().messagesPerBroadcast(), driven.metrics().messagesPerBroadcast());
    assertEquals(simulated.settings(), driven.settings());
    assertEquals(true, driven.metrics().valid());
    assertEquals(
        "runner/bin/runner drive --strategy=flood --node-count=3 --topology=total --latency=20"
            + " --latency-dist=constant --loss=0 --network=maelstrom --rate=20 --time-limit=2"
            + " --quiet=1 --nemesis=none --nemesis-interval=10 --seed=9 --init-timeout=60",
        driven.command());
  }

  private static RunRecord run(String command, String[] settings, String... more) {
    List<String> words = new ArrayList<>(List.of(command));
    words.addAll(List.of(settings));
    words.addAll(List.of(more));
    Cli cli = Cli.run(words.toArray(String[]::new));
    assertEquals(ExitStatus.OK, cli.status(), cli.err());
    return cli.record();
  }

  @Test
  void aProgramThatEndsAtOnceIsNamedWithItsLastWords() throws IOException {
    Cli cli = drive(script("echo 'no such module: gossip' >&2; exit 7"), "--", "--verbose");
    assertEquals(ExitStatus.FAILED, cli.status());
    assertTrue(cli.out().contains("process     " + folder + "/node.sh --verbose\n"), cli.out());
    assertTrue(
        cli.out()
            .contains(
                "Maelstrom would end without results; the strict judge finds the run invalid:\n"
                    + "  n0 ended with status 7, at "),
        cli.out());
    assertTrue(
        cli.out()
            .contains("The last that n0 wrote to standard error:\n  | no such module: gossip\n"),
        cli.out());
    assertTrue(cli.out().contains(" -- --verbose\n"), cli.out());
  }

  @Test
  void aProgramThatKnowsNothingOfTheProtocolIsNotWaitedForLongerThanItMayTake() {
    Cli cli =
        Cli.run("drive", "--bin=/bin/cat", "--node-count=1", "--init-timeout=0.5", "--quiet=0");
    assertEquals(ExitStatus.FAILED, cli.status());
    assertTrue(cli.out().contains("n0 did not answer init within 0.5 s"), cli.out());
  }

  @Test
  void asDataTheReasonsStillReachWhoeverWatches() throws IOException {
    Cli cli = drive(script("echo 'no such module: gossip' >&2; exit 7"), "--format=json");
    assertEquals(ExitStatus.FAILED, cli.status());
    assertEquals(1L, cli.record().metrics().misbehaving());
    assertTrue(cli.err().startsWith("hearsay: n0 ended with status 7, at "), cli.err());
    assertTrue(cli.err().contains("\n  | no such module: gossip\n"), cli.err());
  }

  @Test
  void theLogsThatWereAskedForAreKept() throws IOException {
    Path logs = folder.resolve("new/logs");
    drive(script("echo hello >&2; exit 1"), "--logs=" + logs);
    assertEquals("hello\n", Files.readString(logs.resolve("n0.log")));
  }

  @Test
  void logsOfAnEarlierRunAreDeletedAndNothingElse() throws IOException {
    for (String name : List.of("n0.log", "n7.log", "n7.log.old", "run1.log", "nx.log")) {
      Files.writeString(folder.resolve(name), "earlier\n");
    }
    drive(script("echo hello >&2; exit 1"), "--logs=" + folder);
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(
          List.of("n0.log", "n7.log.old", "node.sh", "nx.log", "run1.log"),
          left.map(file -> String.valueOf(file.getFileName())).sorted().toList());
    }
    assertEquals("hello\n", Files.readString(folder.resolve("n0.log")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "drive | Say what to run: a program as --bin=PATH, or --strategy=NAME; installed: | runner drive",
        "drive --bin=/nowhere | --bin=/nowhere is no file | runner drive",
        "drive --bin=/etc/passwd | --bin=/etc/passwd cannot be run: chmod +x /etc/passwd"
            + " | runner drive",
        "drive --bin=/bin/cat --strategy=flood | Give --bin or --strategy, not both; options of the"
            + " program go behind -- | runner drive",
        "drive --strategy=flood more | There is no command or argument \"more\" without --bin"
            + " | runner drive",
        "drive --strategy=flood -w lin-kv | There is no workload lin-kv here, only broadcast"
            + " | runner drive",
        "drive --strategy=flood --logs=/etc/passwd | --logs=/etc/passwd is no folder that can be written to | runner drive",
        "drive --strategy=flood --init-timeout=0 | --init-timeout must be above 0, not 0"
            + " | runner drive",
        "fidelity --topologies=gird | There is no --topology=gird, did you mean \"grid\"?"
            + " | runner fidelity",
        "fidelity --genuine=/nowhere | Cannot read --genuine=/nowhere: no such file"
            + " | runner fidelity",
      })
  void aMistakeGetsOneSentenceAndStatus2(String words, String sentence, String command) {
    Cli cli = Cli.run(words.split(" ", -1));
    assertEquals(ExitStatus.USAGE, cli.status(), cli.err());
    assertTrue(cli.err().startsWith("hearsay: " + sentence), cli.err());
    assertTrue(cli.err().contains("See runner/bin/" + command + " --help"), cli.err());
    assertEquals("", cli.out());
  }
}
