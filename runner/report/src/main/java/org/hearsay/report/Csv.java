package org.hearsay.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs as comma-separated values (RFC 4180, but lines end as everywhere else): a row a run, and an
 * empty cell where something is unknown.
 */
public final class Csv {

  private record Column(String name, Value value) {}

  /** Reads a cell's value, or null if it is unknown. */
  @FunctionalInterface
  private interface Value {
    @Nullable Object of(RunRecord run);
  }

  private static final List<Column> COLUMNS = columns();

  private Csv() {}

  /** The names of the columns, and a line for each run. */
  public static List<String> of(List<RunRecord> runs) {
    List<String> lines = new ArrayList<>();
    lines.add(row(COLUMNS.stream().map(Column::name).toList()));
    for (RunRecord run : runs) {
      lines.add(row(COLUMNS.stream().map(column -> text(column.value.of(run))).toList()));
    }
    return lines;
  }

  private static List<Column> columns() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                new Column("world", RunRecord::world),
                new Column("strategy", RunRecord::strategy),
                new Column("config", RunRecord::configText),
                membership("overlay", RunMembership::overlay),
                membership("detector", RunMembership::detector),
                membership("contacts", RunMembership::contacts),
                new Column(
                    "guarantees", run -> run.guarantees() == null ? null : run.guaranteesText()),
                new Column("seed", RunRecord::seed),
                setting("node_count", RunSettings::nodeCount),
                setting("topology", RunSettings::topology),
                setting("latency", RunSettings::latency),
                setting("latency_dist", RunSettings::latencyDist),
                setting("rate", RunSettings::rate),
                setting("time_limit", RunSettings::timeLimit),
                setting("quiet", RunSettings::quiet),
                setting("nemesis", RunSettings::nemesis),
                setting("nemesis_interval", RunSettings::nemesisInterval),
                setting("loss", RunSettings::loss),
                setting("network", RunSettings::network)));
    for (Metric metric : Metrics.ALL) {
      columns.add(new Column(metric.name(), run -> metric.value().of(run.metrics())));
    }
    columns.add(new Column("valid_maelstrom", run -> run.metrics().validMaelstrom()));
    columns.add(new Column("valid", run -> run.metrics().valid()));
    columns.add(new Column("trace_hash", RunRecord::traceHash));
    return columns;
  }

  private static Column setting(String name, Function<RunSettings, Object> value) {
    return new Column(name, run -> run.settings() == null ? null : value.apply(run.settings()));
  }

  private static Column membership(String name, Function<RunMembership, @Nullable Object> value) {
    return new Column(name, run -> run.membership() == null ? null : value.apply(run.membership()));
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
  }

  /** A line of cells. */
  public static String row(List<String> cells) {
    return cells.stream().map(Csv::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    return cell.matches("(?s).*[,\"\r\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
