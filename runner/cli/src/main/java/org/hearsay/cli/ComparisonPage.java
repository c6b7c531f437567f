package org.hearsay.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.report.Comparison;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;

/** What people are shown of several strategies: what was run, the table, and what it comes to. */
final class ComparisonPage {

  private ComparisonPage() {}

  /** What decides the runs, and an empty line. */
  static List<String> inputs(
      List<ConfiguredStrategy<?, ?>> strategies, RunSettings settings, long seed) {
    List<String> lines = new ArrayList<>();
    lines.add(settings.sentence() + ", seed " + seed);
    int width = strategies.stream().mapToInt(strategy -> strategy.name().length()).max().orElse(0);
    for (ConfiguredStrategy<?, ?> strategy : strategies) {
      String options =
          strategy.options().stream()
              .map(option -> option.key() + "=" + option.value())
              .collect(Collectors.joining(" "));
      lines.add(
          "  "
              + strategy.name()
              + " ".repeat(width + 2 - strategy.name().length())
              + (options.isEmpty() ? "no options" : options));
    }
    lines.add("");
    return lines;
  }

  /**
   * The table, its legend and the answer.
   *
   * @param bounds strategies that nobody could use, and that win nothing
   */
  static List<String> results(
      List<RunRecord> records, List<StrategyDescriptor<?, ?>> bounds, int failed) {
    Comparison comparison = new Comparison(records);
    List<String> lines = table(comparison);
    lines.add("");
    lines.addAll(
        comparison.answer(
            failed,
            bounds.stream().map(StrategyDescriptor::name).collect(Collectors.toUnmodifiableSet())));
    bounds.stream()
        .filter(bound -> records.stream().anyMatch(run -> run.strategy().equals(bound.name())))
        .forEach(bound -> lines.add("Not among them: " + bound.name() + ". " + bound.summary()));
    return lines;
  }

  /** The table and its legend. */
  static List<String> table(Comparison comparison) {
    List<String> lines = new ArrayList<>(comparison.table());
    lines.add("");
    lines.addAll(comparison.legend());
    return lines;
  }
}
