package org.hearsay.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One run in full, for people: every metric with what it means. */
public final class Details {

  private Details() {}

  /** What decides a run, a line each. */
  public static List<String> inputs(
      String strategy, Map<String, String> config, RunSettings settings, long seed) {
    TextTable table = pairs();
    table.add(List.of("strategy", strategy));
    table.add(List.of("options", config.isEmpty() ? "none" : options(config)));
    table.add(List.of("settings", settings.sentence()));
    table.add(List.of("faults", settings.faults()));
    table.add(List.of("seed", Long.toString(seed)));
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

  /** What was measured, a line each. */
  public static List<String> metrics(RunRecord run) {
    TextTable table =
        new TextTable(
            List.of(
                new TextTable.Column("", "", false),
                new TextTable.Column("", "", true),
                new TextTable.Column("", "", false),
                new TextTable.Column("", "", false)));
    for (Metric metric : Metric.ALL) {
      table.add(
          List.of(metric.name(), metric.text(run.metrics()), metric.unit(), metric.definition()));
    }
    return table.lines();
  }
}
