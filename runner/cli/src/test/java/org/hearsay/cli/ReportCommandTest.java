package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
  @TempDir Path folder;

  private String runs(String... options) {
    String runs = folder.resolve("runs.ndjson").toString();
    List<String> args =
        Stream.concat(
                Stream.of("compare", "--node-count=5", "--time-limit=2", "--out=" + runs),
                Arrays.stream(options))
            .toList();
    assertEquals(0, Cli.run(args.toArray(String[]::new)).status());
    return runs;
  }

  private String report(String... args) throws IOException {
    Path out = folder.resolve("report");
    Cli cli =
        Cli.run(
            Stream.concat(Stream.of("report", "--out=" + out), Arrays.stream(args))
                .toArray(String[]::new));
    assertEquals(0, cli.status(), cli.err());
    assertTrue(cli.err().contains("wrote " + out), cli.err());
    return Files.isDirectory(out) ? "" : Files.readString(out);
  }

  @Test
  void thePageHoldsEverythingItNeeds() throws IOException {
    String html = report(runs("--strategies=flood", "--nemesis=none"));
    assertFalse(html.contains("@include"), "an include was left");
    assertFalse(html.matches("(?s).*(src|href)=.*"), "something is loaded from elsewhere");
    assertTrue(html.contains("\"label\":\"flood\""));
    assertTrue(html.contains("Chart.js v4.5.1"));
  }

  @Test
  void simulationsCanBeWatchedUnlessOneDoesNotWantTo() throws IOException {
    String runs = runs("--strategies=flood,push-pull", "--nemesis=none");
    assertTrue(report(runs).contains("\"topology\":\"grid\",\"origin\":"));
    assertTrue(report(runs, "--no-replays").contains("\"replays\":[]"));
  }

  @Test
  void aRunThatThisProgramMakesOtherwiseIsNotShownAsTheSame() throws IOException {
    Path runs = Path.of(runs("--strategies=flood", "--nemesis=none"));
    String other =
        Files.readString(runs).replaceFirst("\"trace_hash\":\"....", "\"trace_hash\":\"0bad");
    assertTrue(report(Files.writeString(runs, other).toString()).contains("\"replays\":[]"));
  }

  @Test
  void strategiesThatAreNotInstalledAreShownWithoutAReplay() throws IOException {
    Path runs = Path.of(runs("--strategies=flood", "--nemesis=none"));
    String foreign =
        Files.readString(runs).replace("\"strategy\":\"flood\"", "\"strategy\":\"x<y\"");
    String html = report(Files.writeString(runs, foreign).toString());
    assertTrue(html.contains("\"label\":\"x\\u003cy\""));
    assertTrue(html.contains("\"replays\":[]"));
  }

  @Test
  void markdownHasATableForEachOfTheConditions() throws IOException {
    String markdown = report(runs("--strategies=flood,delta-ack"), "--format=md");
    List<String> lines = markdown.lines().toList();
    assertTrue(lines.contains("### no faults"), markdown);
    assertTrue(lines.contains("### 2 % loss"), markdown);
    assertTrue(
        lines.get(4).startsWith("| strategy | msgs/op | kB/op | delivery ms p50 |"), markdown);
    assertEquals(
        6, lines.stream().filter(line -> line.matches("\\| \\**(flood|delta-ack).*")).count());
    assertEquals(6, lines.stream().filter(line -> line.startsWith("runner/bin/runner")).count());
  }

  @Test
  void chartsAreAFileEachForEachOfTheConditions() throws IOException {
    report(runs("--strategies=flood,delta-ack", "--nemesis=none"), "--format=svg");
    try (Stream<Path> charts = Files.list(folder.resolve("report"))) {
      assertEquals(
          List.of("frontier.svg", "latency.svg", "load.svg"),
          charts.map(file -> file.getFileName().toString()).sorted().toList());
    }
    String svg = Files.readString(folder.resolve("report/latency.svg"));
    assertTrue(svg.contains("<svg") && svg.contains("<path"), svg);
  }

  @Test
  void whatCannotBeReportedIsRefusedInASentence() {
    String runs = runs("--strategies=flood", "--nemesis=none");
    assertRefused("Missing required option: '--out=FILE'", "report", runs);
    assertRefused("Missing required parameter: 'FILE'", "report", "--out=x");
    assertRefused("Cannot read /nowhere: no such file", "report", "/nowhere", "--out=x");
    assertRefused("There is no --format=pdf", "report", runs, "--out=x", "--format=pdf");
    assertRefused("Cannot write /nowhere/x", "report", runs, "--out=/nowhere/x", "--no-replays");
    assertRefused("--out=" + runs, "report", runs, "--out=" + runs, "--format=svg");
  }

  private static void assertRefused(String sentence, String... args) {
    Cli cli = Cli.run(args);
    assertEquals(ExitStatus.USAGE, cli.status(), cli.err());
    assertTrue(cli.err().contains(sentence), cli.err());
  }
}
