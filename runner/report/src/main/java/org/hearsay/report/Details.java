package org.hearsay.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run in full, for people: every metric with what it means, and Maelstrom's results. */
public final class Details {

  private Details() {}

  /** What decides a run, a line each. */
  public static List<String> inputs(
      String strategy,
      Map<String, String> config,
      @Nullable RunMembership membership,
      @Nullable Map<String, String> guarantees,
      RunSettings settings,
      String seed) {
    TextTable table = pairs();
    table.add(List.of("strategy", strategy));
    table.add(List.of("options", config.isEmpty() ? "none" : options(config)));
    if (membership != null) {
      String detector = membership.detector();
      table.add(List.of("overlay", membership.overlay()));
      table.add(List.of("detector", detector == null ? "none" : detector));
    }
    if (guarantees != null) {
      table.add(List.of("guarantees", RunRecord.guaranteesText(guarantees)));
    }
    table.add(List.of("settings", settings.sentence()));
    table.add(List.of("faults", settings.faults()));
    table.add(List.of("seed", seed));
    return table.lines();
  }

  private static String options(Map<String, String> config) {
    return config.entrySet().stream()
        .map(option -> option.getKey() + "=" + option.getValue())
        .collect(Collectors.joining(" "));
  }

  private static TextTable pairs() {
    return new TextTable(
        List.of(new TextTable.Column("", "", false), new TextTable.Column("", "", false)));
  }

  /** What was measured, a line each; what the run's world does not know is left out. */
  public static List<String> metrics(RunRecord run) {
    TextTable table =
        new TextTable(
            List.of(
                new TextTable.Column("", "", false),
                new TextTable.Column("", "", true),
                new TextTable.Column("", "", false),
                new TextTable.Column("", "", false)));
    for (Metric metric : Metrics.OBSERVED) {
      String text = metric.text(run.metrics());
      if (!text.equals(Metric.UNKNOWN)) {
        table.add(List.of(metric.name(), text, metric.unit(), metric.definition()));
      }
    }
    for (Metric metric : Metrics.RUNTIME) {
      BigDecimal counted = metric.value().of(run.metrics());
      if (counted != null && counted.signum() != 0) {
        table.add(
            List.of(metric.name(), metric.text(run.metrics()), metric.unit(), metric.definition()));
      }
    }
    return table.lines();
  }

  /** What Maelstrom says of a run, or would say, under its own names. */
  public static List<String> maelstrom(MaelstromResults results) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "In the words of Maelstrom's results.edn: valid? "
            + results.valid()
            + ", ok-fraction "
            + results.okFraction().toPlainString());
    lines.addAll(stats(results.stats()).all());
    lines.addAll(net(results.net()).all());
    lines.addAll(workload(results.workload()).all());
    MaelstromResults.StableLatencies latencies = results.workload().stableLatencies();
    if (latencies != null) {
      lines.addAll(latencies(latencies).all());
    }
    return lines;
  }

  private static TextTable stats(MaelstromResults.Stats stats) {
    TextTable table = figures("stats", "count", "ok-count", "fail-count", "info-count");
    addCounts("broadcast", stats.byF().broadcast(), table);
    addCounts("read", stats.byF().read(), table);
    addFigures(
        "all",
        table,
        List.of(stats.count(), stats.okCount(), stats.failCount(), stats.infoCount()));
    return table;
  }

  private static void addCounts(
      String kind, MaelstromResults.@Nullable Counts counts, TextTable table) {
    if (counts != null) {
      addFigures(
          kind,
          table,
          List.of(counts.count(), counts.okCount(), counts.failCount(), counts.infoCount()));
    }
  }

  private static TextTable net(MaelstromResults.Net net) {
    TextTable table = figures("net", "send-count", "recv-count", "msg-count", "msgs-per-op");
    addGroup("clients", net.clients(), table);
    addGroup("servers", net.servers(), table);
    addGroup("all", net.all(), table);
    return table;
  }

  private static void addGroup(String name, MaelstromResults.Group group, TextTable table) {
    BigDecimal perOp = group.msgsPerOp();
    addFigures(
        name,
        table,
        List.of(
            group.sendCount(),
            group.recvCount(),
            group.msgCount(),
            perOp == null ? Metric.UNKNOWN : perOp.toPlainString()));
  }

  private static TextTable workload(MaelstromResults.Workload workload) {
    TextTable table =
        figures(
            "workload",
            "attempt-count",
            "stable-count",
            "lost-count",
            "stale-count",
            "never-read-count",
            "duplicated-count");
    addFigures(
        "",
        table,
        List.of(
            workload.attemptCount(),
            workload.stableCount(),
            workload.lostCount(),
            workload.staleCount(),
            workload.neverReadCount(),
            workload.duplicatedCount()));
    return table;
  }

  private static TextTable latencies(MaelstromResults.StableLatencies latencies) {
    TextTable table = figures("stable-latencies", "0", "0.5", "0.95", "0.99", "1");
    addFigures(
        "",
        table,
        List.of(
            latencies.p0(), latencies.p50(), latencies.p95(), latencies.p99(), latencies.max()));
    return table;
  }

  private static TextTable figures(String name, String... headings) {
    return new TextTable(
        Stream.concat(
                Stream.of(new TextTable.Column("", "  " + name, false)),
                Arrays.stream(headings).map(heading -> new TextTable.Column("", heading, true)))
            .toList());
  }

  private static void addFigures(String name, TextTable table, List<?> figures) {
    table.add(
        Stream.concat(Stream.of("    " + name), figures.stream().map(String::valueOf)).toList());
  }
}
