package org.hearsay.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs of several strategies side by side: a table in blocks by scenario, and what it comes to. */
public final class Comparison {
  private final List<RunRecord> runs;
  private final Labels labels;
  private final List<String> scenarios;

  /** A comparison of runs, in the order they are to be shown. */
  public Comparison(List<RunRecord> runs) {
    this.runs = List.copyOf(runs);
    this.labels = new Labels(this.runs);
    this.scenarios = runs.stream().map(run -> run.settings().scenario()).distinct().toList();
  }

  /** The table's lines: a row a run. */
  public List<String> table() {
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(new TextTable.Column("", "strategy", false));
    for (Metric metric : Metric.ALL) {
      Metric.Column column = metric.column();
      if (column != null) {
        columns.add(new TextTable.Column(column.group(), column.heading(), true));
      }
    }
    columns.add(new TextTable.Column("", "Maelstrom", false));
    columns.add(new TextTable.Column("", "strict", false));
    TextTable table = new TextTable(columns);
    runs.forEach(run -> table.add(cells(run)));
    return blocks(table);
  }

  private List<String> cells(RunRecord run) {
    List<String> cells = new ArrayList<>();
    cells.add("  " + labels.of(run));
    for (Metric metric : Metric.ALL) {
      if (metric.column() != null) {
        cells.add(metric.columnText(run.metrics()));
      }
    }
    cells.add(Verdict.maelstrom(run.metrics()));
    cells.add(Verdict.strict(run.metrics()));
    return cells;
  }

  private List<String> blocks(TextTable table) {
    List<String> rows = table.lines();
    List<String> lines = new ArrayList<>(table.head());
    for (String scenario : scenarios) {
      List<String> block = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        if (runs.get(i).settings().scenario().equals(scenario)) {
          if (block.isEmpty()) {
            block.add(runs.get(i).settings().faults());
          }
          block.add(rows.get(i));
        }
      }
      lines.addAll(block);
    }
    return lines;
  }

  /** What the columns of the table mean, a line each. */
  public static List<String> legend() {
    TextTable legend =
        new TextTable(
            List.of(new TextTable.Column("", "", false), new TextTable.Column("", "", false)));
    for (Metric metric : Metric.ALL) {
      Metric.Column column = metric.column();
      if (column != null) {
        String heading =
            column.group().isEmpty() ? column.heading() : column.group() + " " + column.heading();
        legend.add(List.of(heading, metric.definition()));
      }
    }
    legend.add(List.of("Maelstrom", Verdict.MAELSTROM_DEFINITION));
    legend.add(List.of("strict", Verdict.STRICT_DEFINITION));
    return legend.lines();
  }

  /**
   * The answer: who lost nothing, and who of those is cheapest and fastest in each scenario.
   *
   * @param failed how many further runs came to nothing; then there is no answer
   */
  public List<String> answer(int failed) {
    if (failed > 0) {
      return List.of("No answer: " + failed + " of " + (runs.size() + failed) + " runs failed.");
    }
    if (runs.stream().anyMatch(run -> run.metrics().broadcasts() == 0)) {
      return List.of("No answer: nothing was broadcast in some run.");
    }
    List<String> sound =
        runs.stream().map(labels::of).distinct().filter(this::isSoundEverywhere).toList();
    boolean one = scenarios.size() == 1;
    if (sound.isEmpty()) {
      return List.of("Every strategy lost something" + (one ? "." : " in some scenario."));
    }
    return List.of(
        "Lost nothing" + (one ? "" : " in any scenario") + ": " + String.join(", ", sound) + ".",
        "Cheapest of these (msgs/op): " + winners(sound, Metric.named("messages_per_op")),
        "Fastest of these (delivery p99 in ms): "
            + winners(sound, Metric.named("delivery_latency_ms.p99")));
  }

  private boolean isSoundEverywhere(String label) {
    return scenarios.stream()
        .allMatch(
            scenario -> run(label, scenario).filter(run -> run.metrics().valid()).isPresent());
  }

  private Optional<RunRecord> run(String label, String scenario) {
    return runs.stream()
        .filter(run -> labels.of(run).equals(label) && run.settings().scenario().equals(scenario))
        .findFirst();
  }

  /** Each winner with the scenarios that it wins: {@code flood (no faults 6.6, 2 % loss 6.7)}. */
  private String winners(List<String> sound, Metric metric) {
    Map<String, List<String>> wins = new LinkedHashMap<>();
    for (String scenario : scenarios) {
      List<RunRecord> rivals =
          sound.stream().flatMap(label -> run(label, scenario).stream()).toList();
      BigDecimal best =
          Collections.min(rivals.stream().map(run -> metric.value().apply(run.metrics())).toList());
      for (RunRecord rival : rivals) {
        if (metric.value().apply(rival.metrics()).compareTo(best) == 0) {
          wins.computeIfAbsent(labels.of(rival), label -> new ArrayList<>())
              .add((scenarios.size() == 1 ? "" : scenario + " ") + metric.text(rival.metrics()));
        }
      }
    }
    return wins.entrySet().stream()
        .map(win -> win.getKey() + " (" + String.join(", ", win.getValue()) + ")")
        .collect(Collectors.joining("; "));
  }
}
