package org.hearsay.cli.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.cli.console.Columns;
import org.hearsay.cli.run.LettingGoRemark;
import org.hearsay.node.plugin.Configured;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.node.plugin.GuaranteeWords;
import org.hearsay.report.Comparison;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.jspecify.annotations.Nullable;

/** What people are shown of several strategies: what was run, the table, and what it comes to. */
public final class ComparisonPage {

  private ComparisonPage() {}

  /** What decides the runs, and an empty line. */
  public static List<String> inputs(
      List<ConfiguredStrategy<?, ?>> strategies, RunSettings settings, long seed) {
    List<String> lines = new ArrayList<>();
    lines.add(settings.sentence() + ", seed " + seed);
    lines.addAll(choices(strategies.stream()));
    if (!strategies.stream().allMatch(strategy -> strategy.membership().isNone())) {
      lines.add("within");
      lines.addAll(
          choices(
              Stream.concat(
                  around(strategies, ConfiguredMembership::overlay),
                  around(strategies, ConfiguredMembership::detector))));
    }
    strategies.stream()
        .map(ConfiguredStrategy::guarantees)
        .filter(guarantees -> !guarantees.isNone())
        .map(guarantees -> "guarantees  " + String.join(" ", GuaranteeWords.words(guarantees)))
        .distinct()
        .forEach(lines::add);
    lines.add("");
    return lines;
  }

  private static Stream<Configured<?>> around(
      List<ConfiguredStrategy<?, ?>> strategies,
      Function<ConfiguredMembership, @Nullable Configured<?>> part) {
    return strategies.stream()
        .map(strategy -> Optional.<Configured<?>>ofNullable(part.apply(strategy.membership())))
        .flatMap(Optional::stream);
  }

  /** Each plug-in with the values of its options, once. */
  private static List<String> choices(Stream<? extends Configured<?>> chosen) {
    Map<String, Configured<?>> bySpec = new LinkedHashMap<>();
    chosen.forEach(each -> bySpec.putIfAbsent(each.spec(), each));
    int width = bySpec.values().stream().mapToInt(each -> each.name().length()).max().orElse(0);
    return bySpec.values().stream()
        .map(each -> "  " + Columns.padded(each.name(), width + 2) + options(each))
        .toList();
  }

  private static String options(Configured<?> chosen) {
    return chosen.options().isEmpty()
        ? "no options"
        : chosen.options().stream()
            .map(option -> option.key() + "=" + option.value())
            .collect(Collectors.joining(" "));
  }

  /**
   * The table, its legend and the answer.
   *
   * @param bounds strategies that nobody could use, and that win nothing
   */
  public static List<String> results(
      List<RunRecord> records, List<StrategyDescriptor<?, ?>> bounds, int failed) {
    Comparison comparison = new Comparison(records);
    List<String> lines = table(comparison);
    lines.add("");
    lines.addAll(
        comparison.answer(
            failed,
            bounds.stream().map(StrategyDescriptor::name).collect(Collectors.toUnmodifiableSet())));
    LettingGoRemark.of(records).ifPresent(lines::add);
    bounds.stream()
        .filter(bound -> records.stream().anyMatch(run -> run.strategy().equals(bound.name())))
        .forEach(bound -> lines.add("Not among them: " + bound.name() + ". " + bound.summary()));
    return lines;
  }

  /** The table and its legend. */
  public static List<String> table(Comparison comparison) {
    List<String> lines = new ArrayList<>(comparison.table());
    lines.add("");
    lines.addAll(comparison.legend());
    return lines;
  }
}
