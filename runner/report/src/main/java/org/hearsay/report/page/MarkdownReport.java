package org.hearsay.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.report.Metric;
import org.hearsay.report.Metrics;
import org.hearsay.report.RunRecord;

/**
 * Runs as Markdown: a table for each of the conditions, what its columns mean, and the commands.
 */
public final class MarkdownReport {
  private final List<Row> rows;
  private final String common;
  private final List<Metric> shown;

  /** A report of runs, in the order they are to be shown. */
  public MarkdownReport(List<RunRecord> runs, Set<String> bounds) {
    this.rows = new Rows(runs, bounds).all();
    this.common = new Conditions(runs).common();
    this.shown =
        Metrics.OBSERVED.stream()
            .filter(
                metric -> metric.isShown(rows.stream().map(row -> row.values().get(metric.name()))))
            .toList();
  }

  /** Its lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (!common.isEmpty()) {
      lines.add(common);
      lines.add("");
    }
    for (String block : rows.stream().map(Row::block).distinct().toList()) {
      lines.add("### " + escaped(block));
      lines.add("");
      lines.addAll(table(rows.stream().filter(row -> row.block().equals(block)).toList()));
      lines.add("");
    }
    lines.add("Bold: no run that lost nothing is cheaper or faster, and none the worse.");
    lines.add("");
    shown.forEach(metric -> lines.add("- **" + heading(metric) + "**: " + metric.definition()));
    lines.add("");
    lines.add("The runs again:");
    lines.add("");
    lines.add("```sh");
    rows.stream().map(Row::command).filter(Objects::nonNull).forEach(lines::add);
    lines.add("```");
    return lines;
  }

  private List<String> table(List<Row> block) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| strategy | "
            + shown.stream().map(MarkdownReport::heading).collect(Collectors.joining(" | "))
            + " | Maelstrom | strict |");
    lines.add("|---|" + "---:|".repeat(shown.size()) + "---|---|");
    block.forEach(row -> lines.add(line(row)));
    return lines;
  }

  private String line(Row row) {
    String label = escaped(row.label());
    return "| "
        + (row.best() ? "**" + label + "**" : label)
        + " | "
        + shown.stream()
            .map(metric -> metric.columnText(row.values().get(metric.name())))
            .collect(Collectors.joining(" | "))
        + " | "
        + row.verdicts().maelstrom()
        + " | "
        + row.verdicts().strict()
        + " |";
  }

  private static String heading(Metric metric) {
    Metric.Column column = Objects.requireNonNull(metric.column());
    return (column.group() + " " + column.heading()).strip();
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|");
  }
}
