package org.hearsay.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Runs as comma-separated values (RFC 4180, but lines end as everywhere else): a row a run. */
public final class Csv {

  private Csv() {}

  /** The names of the columns, and a line for each run. */
  public static List<String> of(List<RunRecord> runs) {
    List<String> lines = new ArrayList<>(List.of(header()));
    runs.forEach(run -> lines.add(row(run)));
    return lines;
  }

  private static String header() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "strategy",
                "config",
                "seed",
                "node_count",
                "topology",
                "latency",
                "latency_dist",
                "rate",
                "time_limit",
                "nemesis",
                "nemesis_interval",
                "loss",
                "network"));
    Metric.ALL.forEach(metric -> names.add(metric.name()));
    names.addAll(List.of("valid_maelstrom", "valid", "trace_hash"));
    return row(names);
  }

  private static String row(RunRecord run) {
    RunSettings settings = run.settings();
    List<String> cells =
        new ArrayList<>(
            List.of(
                run.strategy(),
                run.configText(),
                Long.toString(run.seed()),
                Integer.toString(settings.nodeCount()),
                settings.topology(),
                Integer.toString(settings.latency()),
                settings.latencyDist(),
                settings.rate().toPlainString(),
                settings.timeLimit().toPlainString(),
                settings.nemesis(),
                settings.nemesisInterval().toPlainString(),
                settings.loss().toPlainString(),
                settings.network()));
    Metric.ALL.forEach(metric -> cells.add(metric.value().apply(run.metrics()).toPlainString()));
    cells.add(run.metrics().validMaelstrom());
    cells.add(Boolean.toString(run.metrics().valid()));
    cells.add(run.traceHash());
    return row(cells);
  }

  private static String row(List<String> cells) {
    return cells.stream().map(Csv::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    return cell.contains(",") || cell.contains("\"")
        ? "\"" + cell.replace("\"", "\"\"") + "\""
        : cell;
  }
}
