package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioOptionsTest {
  private static final String SCENARIO =
      """
      {"weather": {"latency": "geographic", "duplicate": 0.01},
       "faults": ["crash-keeping:n3@2s+1s"],
       "broadcasts": ["n0@0s", "n3@1500ms"]}
      """;

  @TempDir private Path folder;

  @Test
  void aScenarioIsRecordedAndItsCommandRepeatsTheRun() throws IOException {
    RunRecord run = simulate("--scenario=" + file(SCENARIO));
    RunSettings.Beyond beyond = Cli.settings(run).orUsual();
    assertEquals("latency=geographic,duplicate=0.01", beyond.weather());
    assertEquals("crash-keeping:n3@2s+1s", beyond.faults());
    assertEquals("n0@0s,n3@1500ms", beyond.broadcasts());
    assertEquals("geographic", Cli.settings(run).latencyDist());
    assertEquals(2, run.metrics().broadcasts());
    List<String> again = new ArrayList<>(Arrays.asList(String.valueOf(run.command()).split(" ")));
    again.set(0, "--format=json");
    Collections.rotate(again, -1);
    RunRecord same = Cli.run(again.toArray(String[]::new)).record();
    assertEquals(run.metrics(), same.metrics());
    assertEquals(run.traceHash(), same.traceHash());
  }

  @Test
  void anOptionOverridesTheFile() throws IOException {
    RunRecord run = simulate("--scenario=" + file(SCENARIO), "--weather=loss=0.1", "--faults=");
    assertNull(Cli.settings(run).orUsual().weather());
    assertNull(Cli.settings(run).orUsual().faults());
    assertEquals("0.1", Cli.settings(run).loss().toPlainString());
    assertEquals("n0@0s,n3@1500ms", Cli.settings(run).orUsual().broadcasts());
  }

  @Test
  void weatherAddsToTheOptionsThatMaelstromHas() {
    RunRecord run = simulate("--latency=20", "--loss=0.1", "--weather=duplicate=0.5");
    assertEquals("latency=20ms,loss=0.1,duplicate=0.5", Cli.settings(run).orUsual().weather());
  }

  @Test
  void faultsAreOneScenarioForCompare() {
    Cli cli =
        Cli.run(
            "compare", "--strategies=flood,push-pull", "--time-limit=3", "--faults=crash:n3@1s+1s");
    assertEquals(1, cli.lines().stream().filter(line -> line.contains("crash:n3@1s+1s")).count());
    assertTrue(cli.out().contains("Lost nothing: push-pull."), cli.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "simulate --strategy=flood --weather=wind=3|weathers: latency, loss",
        "simulate --strategy=flood --faults=crash:n25|There is no n25 in a cluster of 25: crash:n25",
        "simulate --strategy=flood --broadcasts=n25@0s|There is no n25 in a cluster of 25: n25@0s",
        "simulate --strategy=flood --broadcasts=n2@1s,n1@0s|in order of time",
        "simulate --strategy=flood --broadcasts=n2@21s|within the time limit",
        "simulate --strategy=flood --scenario=/nowhere|Cannot read --scenario=/nowhere: no such file",
        "simulate --strategy=flood --faults=crash:n1@5s --time-limit=3|let crash:n1@5s begin earlier,"
            + " or take a longer --time-limit",
        "simulate --strategy=flood --nodes=50 --faults=outage:0.5@5s+1s|let outage:0.5@5s+1s begin"
            + " earlier",
        "drive --strategy=flood --weather=duplicate=0.1|latency and loss alone",
        "drive --strategy=flood --faults=slow:n1:20ms|cannot do this",
        "maelstrom --faults=crash:n1|partitions only: leave out --faults,",
        "maelstrom --join-interval=1s|at once: leave out --join-interval"
      })
  void whatCannotBeDoneIsRefusedInASentence(String command, String clause) {
    Cli cli = Cli.run(command.split(" "));
    assertEquals(ExitStatus.USAGE, cli.status(), cli.err());
    assertTrue(cli.err().contains(clause), cli.err());
    assertEquals("", cli.out());
  }

  private static RunRecord simulate(String... options) {
    List<String> args = new ArrayList<>(List.of("simulate", "--strategy=flood", "--format=json"));
    args.addAll(List.of(options));
    return Cli.run(args.toArray(String[]::new)).record();
  }

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("scenario.json"), json);
  }
}
