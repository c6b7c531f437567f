package org.hearsay.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hearsay.cli.console.ExitStatus;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.node.service.Count;
import org.hearsay.report.Decimals;
import org.hearsay.report.Details;
import org.hearsay.report.Metric;
import org.hearsay.report.Metrics;
import org.hearsay.report.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The exact figures: a flood sends each rumor over every link in both directions but the ones of
 * the tree it spreads by, {@code sum(degree) - (n - 1)} messages.
 */
final class SimulateTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--trail",
        "--order=fifo",
        "--retain=2s",
        "--flow",
        "--client-rate=1",
        "--peer-rate=5",
        "--data",
        "--data --retain-count=150 --order=causal --flow --peer-rate=50 --trail"
      })
  void whatNodesCountIsKnownFromWhatTheyGuarantee(String options) {
    List<String> words = new ArrayList<>(List.of("simulate", "--strategy=flood", "--format=json"));
    words.addAll(List.of("--node-count=9", "--loss=0.1", "--nemesis=kill", "--time-limit=8"));
    words.addAll(List.of(options.split(" ")));
    RunRecord run = Cli.run(words.toArray(String[]::new)).record();
    assertEquals(
        GuaranteeWords.parse(Objects.requireNonNull(run.guarantees())).counts().stream()
            .map(Count::text)
            .collect(Collectors.toSet()),
        Objects.requireNonNull(run.metrics().runtime()).keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--strategy=flood --node-count=2 --retain-count=7 --overlay=cyclon --rate=10 --time-limit=7"
            + " --quiet=60 --workload=broadcasts --seed=3",
        "--strategy=delta-ack --workload=broadcasts --node-count=9 --topology=ring --retain-count=47 --overlay=latency-aware --detector=swim"
            + " --rate=300 --time-limit=4 --quiet=60 --latency-dist=uniform --seed=1167"
            + " --weather=loss=0.1,reorder=0.1x300ms",
        "--strategy=flood --node-count=6 --data --max-memory=1199 --order=fifo --flow --overlay=latency-aware"
            + " --detector=oracle --contacts=1 --rate=300 --time-limit=6 --quiet=120 --latency=50"
            + " --latency-dist=exponential --weather=loss=0.01,duplicate=0.1,reorder=0.1x300ms"
            + " --faults=churn:0.5/s:2@3702ms+3049ms --seed=28"
      })
  void noMoreIsKeptThanMayBeThoughMembersComeAndGo(String options) {
    Cli cli = Cli.run(("simulate " + options).split(" "));
    assertEquals(0, cli.status(), cli.err());
    assertTrue(cli.out().contains("runtime.refused"), cli.out());
  }

  @Test
  void whatNodesLetGoIsExplainedWhereMaelstromCountsIt() {
    String out =
        Cli.run("simulate", "--strategy=flood", "--node-count=3", "--retain-count=50").out();
    assertTrue(out.contains("Maelstrom calls this run invalid"), out);
    assertTrue(
        out.contains("Maelstrom knows nothing of --retain-count=50 and counts what nodes let go"),
        out);
  }

  @Test
  void aFloodOnTheChallengesGridSendsExactly56MessagesPerBroadcast() {
    Cli cli = Cli.run("simulate", "--strategy=flood", "--format=json");
    assertEquals(0, cli.status(), cli.err());
    assertTrue(cli.out().contains("\"messages_per_broadcast\":56.0,"), cli.out());
  }

  @Test
  void aFloodOnATreeOf25NodesSendsExactly24MessagesPerBroadcast() {
    Cli cli = Cli.run("simulate", "--strategy=flood", "--topology=tree4", "--format=json");
    assertTrue(cli.out().contains("\"messages_per_broadcast\":24.0,"), cli.out());
    assertTrue(cli.out().contains("\"rmr\":0.0,"), cli.out());
  }

  @Test
  void manySeedsAreTheRunsOfEachInTheirOrder() {
    String[] few = {"simulate", "--strategy=push-pull", "--time-limit=2", "--format=json", ""};
    few[4] = "--seeds=3..5";
    List<RunRecord> runs = Cli.run(few).records();
    assertEquals(List.of(3L, 4L, 5L), runs.stream().map(RunRecord::seed).toList());
    few[4] = "--seed=4";
    assertEquals(Cli.run(few).record(), runs.get(1));
  }

  @Test
  void ofManySeedsTheMeansArePrintedAndWhichFailed() {
    Cli fair = Cli.run("simulate", "--strategy=flood", "--time-limit=2", "--seeds=1..4");
    assertEquals(0, fair.status(), fair.err());
    assertTrue(fair.out().contains("4 of 4 runs are strictly valid."), fair.out());
    String line =
        fair.lines().stream()
            .filter(each -> each.startsWith("messages_per_broadcast"))
            .findFirst()
            .orElseThrow();
    assertTrue(line.matches("messages_per_broadcast +56\\.00 +0\\.00 +56\\.00 +56\\.00 .*"), line);
    Cli lossy =
        Cli.run("simulate", "--strategy=flood", "--time-limit=2", "--loss=0.3", "--seeds=1..2");
    assertEquals(1, lossy.status());
    assertTrue(lossy.err().contains("seed 2 is invalid (LOSES"), lossy.err());
    assertTrue(lossy.err().contains("--seed=2"), lossy.err());
  }

  @Test
  void whatIsNoRangeOfSeedsIsRefused() {
    for (String range : List.of("5", "5..4", "1..9999999", "a..b")) {
      Cli cli = Cli.run("simulate", "--strategy=flood", "--seeds=" + range);
      assertEquals(2, cli.status(), range);
      assertTrue(cli.err().contains("--seeds"), cli.err());
    }
  }

  @Test
  void nodesSimulatesAtSizeAndItsCommandRepeatsTheRun() {
    RunRecord large =
        Cli.run("simulate", "--strategy=flood", "--nodes=2000", "--format=json").record();
    assertEquals(2000, Cli.settings(large).nodeCount());
    assertEquals("scale", Cli.settings(large).orUsual().world());
    assertEquals(10, large.metrics().broadcasts());
    assertEquals(Decimals.share(1), large.metrics().reliability());
    assertNull(large.metrics().bytesPerOp());
    String[] again = String.valueOf(large.command()).split(" ");
    again[0] = "--format=json";
    List<String> args = new ArrayList<>(List.of(again));
    Collections.rotate(args, -1);
    assertEquals(large, Cli.run(args.toArray(String[]::new)).record());
  }

  @Test
  void bothWorldsDeliverTheSameAndTheFaithfulOneCountsBytes() {
    RunRecord scale = alone("--world=scale");
    RunRecord faithful = alone("--world=faithful");
    assertEquals(scale.metrics().deliveryLatencyMs(), faithful.metrics().deliveryLatencyMs());
    assertEquals(scale.metrics().serverMessages(), faithful.metrics().serverMessages());
    assertNotNull(faithful.metrics().bytesPerOp());
  }

  private static RunRecord alone(String option) {
    return Cli.run("simulate", "--strategy=flood", "--workload=broadcasts", "--format=json", option)
        .record();
  }

  @Test
  void aRunWithoutReadsIsJudgedByTheLogs() {
    Cli sound = Cli.run("simulate", "--strategy=flood", "--nodes=100");
    assertTrue(
        sound.out().contains("Every acknowledged value is in every node's log"), sound.out());
    Cli lossy = Cli.run("simulate", "--strategy=flood", "--nodes=100", "--loss=0.5");
    assertEquals(ExitStatus.FAILED, lossy.status());
    assertTrue(lossy.out().contains("By the nodes' logs at the end"), lossy.out());
  }

  @Test
  void theInputsComeFirstThenEveryMetricWithItsMeaning() {
    Cli cli = Cli.run("simulate", "--strategy=delta-ack", "--time-limit=1", "--loss=0.1");
    List<String> lines = cli.lines();
    assertEquals("strategy  delta-ack", lines.get(0));
    assertTrue(lines.get(1).startsWith("options   interval=100ms "), lines.get(1));
    assertEquals("faults    10 % loss", lines.get(3));
    assertEquals("seed      1", lines.get(4));
    List<String> around =
        Cli.run(
                "simulate",
                "--strategy=flood",
                "--rate=1",
                "--time-limit=30",
                "--overlay=k-regular",
                "--faults=crash:n3@1s+20s")
            .lines();
    for (Metric metric : Metrics.OBSERVED) {
      boolean isOfMembership = metric.name().startsWith("membership.");
      assertTrue(
          (isOfMembership ? around : lines)
              .stream()
                  .anyMatch(
                      line -> line.startsWith(metric.name()) && line.endsWith(metric.definition())),
          metric.name());
    }
  }

  @Test
  void maelstromsResultsAreShownUnderItsOwnNamesAndAgreeWithTheMetrics() {
    RunRecord run = run("--topology=tree4");
    Cli page = Cli.run("simulate", "--strategy=fanout", "--time-limit=1", "--topology=tree4");
    assertTrue(
        page.out().contains(String.join("\n", Details.maelstrom(run.maelstrom()))), page.out());
    assertEquals(run.metrics().messagesPerOp(), run.maelstrom().net().servers().msgsPerOp());
    assertEquals(run.metrics().operations(), run.maelstrom().stats().count());
  }

  @Test
  void aSoundRunIsCalledValidByBothJudges() {
    Cli cli = Cli.run("simulate", "--strategy=flood", "--time-limit=1");
    assertEquals(ExitStatus.OK, cli.status());
    assertTrue(
        cli.lines().contains("Maelstrom calls this run valid, and so does the strict judge."),
        cli.out());
  }

  @Test
  void aRunThatLosesIsAFailureAndSaysWhatIsMissingWhere() {
    Cli cli = Cli.with(Planted.secretive(), "simulate", "--strategy=secretive", "--node-count=3");
    assertEquals(ExitStatus.FAILED, cli.status());
    int judgement = cli.out().indexOf("\nMaelstrom calls this run ");
    assertTrue(judgement > 0, cli.out());
    List<String> lines = cli.out().substring(judgement + 1).lines().toList();
    assertTrue(lines.get(0).matches(".*(strictly, too|the strict judge does not):"), lines.get(0));
    assertTrue(
        lines
            .get(1)
            .matches(
                "  [0-9]+ acknowledged values are missing at 3 nodes n0, n1, n2:"
                    + " ([0-9]+, ){9}[0-9]+ and [0-9]+ more.*"),
        lines.get(1));
    assertTrue(cli.out().contains("secretive does not promise DELIVERS_TO_ALL."), cli.out());
  }

  @Test
  void aBrokenPromiseIsCalledABug() {
    Cli cli = Cli.with(Planted.liar(), "simulate", "--strategy=liar", "--node-count=3");
    assertEquals(ExitStatus.FAILED, cli.status());
    assertTrue(
        cli.lines().contains("liar promises DELIVERS_TO_ALL: this is a bug in it."), cli.out());
  }

  @ParameterizedTest
  @CsvSource({
    "pause:n1@1s+1s, this is a bug in it.",
    "'slow:n1:20ms@1s+1s', 'but not in so short or so troubled a run.'",
    "'pause:n1@1s', 'but not in so short or so troubled a run.'"
  })
  void noPromiseIsMadeForFaultsThatLastOrBendTime(String faults, String remark) {
    Cli cli =
        Cli.with(
            Planted.liar(), "simulate", "--strategy=liar", "--node-count=3", "--faults=" + faults);
    assertTrue(cli.out().contains(remark), cli.out());
  }

  @Test
  void aStrategyThatThrowsIsAFailureWithItsStackTrace() {
    Cli cli = Cli.with(Planted.explosive(), "simulate", "--strategy=explosive", "--format=csv");
    assertEquals(ExitStatus.FAILED, cli.status());
    assertEquals("", cli.out());
    assertTrue(
        cli.err()
            .matches(
                "(?s).* with seed 1, as a client of n\\d+ broadcast:"
                    + " java.lang.IllegalStateException: boom; again: runner/bin/runner simulate .*"),
        cli.err());
    assertTrue(cli.err().contains("\tat org.hearsay.cli.Planted$Explosive.onBroadcast"), cli.err());
  }

  @Test
  void stepsComeAsTheyAreAskedFor() {
    String[] words = {
      "simulate", "--strategy=flood", "--node-count=3", "--broadcasts=n0@0s", "--step"
    };
    List<String> all = Cli.fed("9\n", words).lines();
    List<String> steps = all.stream().filter(line -> line.contains(" ms  n")).toList();
    assertEquals(5, steps.size());
    assertTrue(steps.get(4).endsWith(" n1 learns n0#0 from n0"), steps.get(4));
    Cli walked = Cli.fed("\nwhat\n2\nq\n", words);
    assertEquals(
        steps.subList(0, 4),
        walked.lines().stream().filter(line -> line.contains(" ms  n")).toList());
    assertEquals(2, walked.err().split("Enter: the next step", -1).length - 1);
    assertTrue(walked.out().contains("trace hash"), walked.out());
  }

  @Test
  void aTraceShowsTimers() {
    String out =
        Cli.run(
                "simulate",
                "--strategy=push-pull",
                "--node-count=3",
                "--broadcasts=n0@0s",
                "--trace=9")
            .out();
    assertTrue(out.contains(" n1 wakes by a timer\n"), out);
    assertTrue(out.contains(" n1 -> n2  offer("), out);
  }

  @Test
  void anotherSeedIsAnotherRun() {
    RunRecord one = run("--seed=1");
    RunRecord two = run("--seed=2");
    assertNotEquals(one.traceHash(), two.traceHash());
  }

  private static RunRecord run(String option) {
    return Cli.run("simulate", "--strategy=fanout", "--time-limit=1", "--format=json", option)
        .record();
  }
}
