package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hearsay.report.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FrontierCommandTest {
  private static final String TWO = "--strategies=deadline-tree:latency=300ms|1s,flood";

  @TempDir Path folder;

  @Test
  void itRunsEachStrategyAtEachPace() {
    Cli cli = Cli.run("frontier", "--time-limit=2", "--node-count=5", "--format=json", TWO);
    List<RunRecord> records = cli.records();
    assertEquals(0, cli.status(), cli.err());
    assertEquals(
        List.of("300ms", "1s", "none"),
        records.stream().map(run -> run.config().getOrDefault("latency", "none")).toList());
  }

  @Test
  void publishedNodesStandBesideTheirOwnSettingOnly() {
    Cli challenge = Cli.run("frontier", TWO);
    assertTrue(challenge.lines().stream().anyMatch(line -> line.startsWith("teivah (1.75")));
    Cli small = Cli.run("frontier", "--node-count=5", TWO);
    assertFalse(small.lines().stream().anyMatch(line -> line.contains("teivah")));
  }

  @Test
  void chartsAreDrawnIntoAFolder() throws IOException {
    Cli cli = Cli.run("frontier", "--time-limit=2", TWO, "--charts=" + folder);
    assertEquals(0, cli.status(), cli.err());
    for (String name : List.of("frontier-p99.svg", "frontier-max.svg")) {
      assertTrue(Files.readString(folder.resolve(name)).contains("<svg"), name);
    }
  }

  @Test
  void aFolderThatIsNotThereIsRefusedBeforeAnythingRuns() {
    Cli cli = Cli.run("frontier", "--charts=" + folder.resolve("none"));
    assertEquals(2, cli.status());
    assertTrue(cli.err().contains("there is no such folder; make it"), cli.err());
  }
}
