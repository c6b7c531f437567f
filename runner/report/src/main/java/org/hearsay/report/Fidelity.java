package org.hearsay.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The same runs in several worlds: how far the others are off the simulation, metric by metric. A
 * cell is a strategy under one set of settings; it has a row for each world.
 */
public final class Fidelity {
  private static final String SIMULATION = "simulation";
  private static final BigDecimal COUNT_BOUND_PERCENT = new BigDecimal(2);
  private static final BigDecimal LATENCY_BOUND_PERCENT = new BigDecimal(5);
  private static final BigDecimal LATENCY_BOUND_MILLIS = new BigDecimal(15);

  private record Shown(String heading, Metric metric) {}

  private static final List<Shown> SHOWN =
      List.of(
          new Shown("msgs/op", Metrics.named("messages_per_op")),
          new Shown("msgs/bcast", Metrics.named("messages_per_broadcast")),
          new Shown("p50", Metrics.named("stable_latency_ms.p50")),
          new Shown("p95", Metrics.named("stable_latency_ms.p95")),
          new Shown("p99", Metrics.named("stable_latency_ms.p99")),
          new Shown("max", Metrics.named("stable_latency_ms.max")));

  private record Cell(String label, @Nullable RunSettings settings) {}

  private final Map<Cell, List<RunRecord>> cells = new LinkedHashMap<>();
  private int compared;
  private int close;

  /** A comparison of runs; those of a cell belong to it wherever they stand. */
  public Fidelity(List<RunRecord> runs) {
    Labels labels = new Labels(runs);
    for (RunRecord run : runs) {
      cells
          .computeIfAbsent(new Cell(labels.of(run), run.settings()), cell -> new ArrayList<>())
          .add(run);
    }
  }

  /** The table, a legend, and how many rows are close. */
  public List<String> lines() {
    compared = 0;
    close = 0;
    TextTable table = new TextTable(columns());
    List<String> heads = new ArrayList<>();
    cells.forEach((cell, runs) -> addCell(cell, runs, table, heads));
    List<String> lines = new ArrayList<>(table.head());
    List<String> rows = table.lines();
    for (int i = 0; i < rows.size(); i++) {
      if (!heads.get(i).isEmpty()) {
        lines.add(heads.get(i));
      }
      lines.add(rows.get(i));
    }
    lines.add("");
    lines.addAll(legend());
    lines.add("");
    lines.add(close + " of " + compared + " rows are within these bounds of the simulation.");
    return lines;
  }

  private static List<TextTable.Column> columns() {
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(new TextTable.Column("", "", false));
    columns.add(new TextTable.Column("", "ops ok", true));
    for (Shown shown : SHOWN) {
      String group = shown.metric.name().startsWith("stable") ? "stable latency in ms" : "";
      columns.add(new TextTable.Column(group, shown.heading, true));
      columns.add(new TextTable.Column(group, "off", true));
    }
    columns.add(new TextTable.Column("", "beyond the bounds", false));
    return columns;
  }

  private void addCell(Cell cell, List<RunRecord> runs, TextTable table, List<String> heads) {
    RunRecord simulated =
        runs.stream().filter(run -> run.world().equals(SIMULATION)).findFirst().orElse(null);
    for (RunRecord run : runs) {
      heads.add(run.equals(runs.get(0)) ? head(cell) : "");
      table.add(row(run, run.world().equals(SIMULATION) ? null : simulated));
    }
  }

  private static String head(Cell cell) {
    return cell.label
        + (cell.settings == null
            ? ", settings unknown"
            : ", " + cell.settings.topology() + ", " + cell.settings.scenario());
  }

  private List<String> row(RunRecord run, @Nullable RunRecord simulated) {
    List<String> row = new ArrayList<>();
    row.add("  " + run.world());
    row.add(Long.toString(run.maelstrom().stats().okCount()));
    List<String> beyond = new ArrayList<>();
    for (Shown shown : SHOWN) {
      row.add(shown.metric.text(run.metrics()));
      BigDecimal value = shown.metric.value().of(run.metrics());
      BigDecimal base = simulated == null ? null : shown.metric.value().of(simulated.metrics());
      row.add(value == null || base == null ? "" : offPercent(value, base));
      if (base != null && (value == null || !isClose(shown.metric, value, base))) {
        beyond.add(shown.heading);
      }
    }
    row.add(String.join(", ", beyond));
    if (simulated != null) {
      compared++;
      close += beyond.isEmpty() ? 1 : 0;
    }
    return row;
  }

  private static String offPercent(BigDecimal value, BigDecimal base) {
    if (base.signum() == 0) {
      return value.signum() == 0 ? "0.0 %" : "";
    }
    BigDecimal percent = percent(value, base).setScale(1, RoundingMode.HALF_UP);
    return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
  }

  private static BigDecimal percent(BigDecimal value, BigDecimal base) {
    return value.subtract(base).movePointRight(2).divide(base, MathContext.DECIMAL64);
  }

  private static boolean isClose(Metric metric, BigDecimal value, BigDecimal base) {
    boolean latency = metric.unit().equals("ms");
    BigDecimal off = value.subtract(base).abs();
    if (latency && off.compareTo(LATENCY_BOUND_MILLIS) <= 0) {
      return true;
    }
    BigDecimal bound = latency ? LATENCY_BOUND_PERCENT : COUNT_BOUND_PERCENT;
    return base.signum() == 0
        ? off.signum() == 0
        : percent(value, base).abs().compareTo(bound) <= 0;
  }

  private static List<String> legend() {
    return List.of(
        "ops ok      operations that ended well, the final reads included",
        "msgs/op     messages between nodes per client operation, broadcasts and reads",
        "msgs/bcast  the same per broadcast: does not hang on how many of the operations were reads",
        "off         how far from the simulation of the same strategy and settings",
        "bounds      2 % for messages; 5 % or 15 ms, whichever is more, for latencies");
  }
}
