package org.hearsay.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs of several strategies side by side: a table in blocks by scenario, and what it comes to. */
public final class Comparison {
  private static final String UNKNOWN_SETTINGS = "settings unknown";

  private final List<RunRecord> runs;
  private final String unknownSettings;
  private final Labels labels;
  private final List<String> scenarios;

  /** A comparison of runs, in the order they are to be shown. */
  public Comparison(List<RunRecord> runs) {
    this(runs, UNKNOWN_SETTINGS);
  }

  /**
   * The same with another heading of the block whose runs do not say their settings.
   *
   * @param unknownSettings the heading
   */
  public Comparison(List<RunRecord> runs, String unknownSettings) {
    this.runs = List.copyOf(runs);
    this.unknownSettings = unknownSettings;
    this.labels = new Labels(this.runs);
    this.scenarios = runs.stream().map(Comparison::scenario).distinct().toList();
  }

  private static String scenario(RunRecord run) {
    return run.settings() == null ? UNKNOWN_SETTINGS : run.settings().scenario();
  }

  private String heading(RunRecord run) {
    return run.settings() == null ? unknownSettings : run.settings().faults();
  }

  /** The table's lines: a row a run. */
  public List<String> table() {
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(new TextTable.Column("", "strategy", false));
    for (Metric metric : shown()) {
      Metric.Column column = Objects.requireNonNull(metric.column());
      columns.add(new TextTable.Column(column.group(), column.heading(), true));
    }
    columns.add(new TextTable.Column("", "Maelstrom", false));
    if (isJudgedStrictly()) {
      columns.add(new TextTable.Column("", "strict", false));
    }
    TextTable table = new TextTable(columns);
    runs.forEach(run -> table.add(cells(run)));
    return blocks(table);
  }

  private List<String> cells(RunRecord run) {
    List<String> cells = new ArrayList<>();
    cells.add("  " + labels.of(run));
    shown().forEach(metric -> cells.add(metric.columnText(run.metrics())));
    cells.add(Verdict.maelstrom(run.metrics()));
    if (isJudgedStrictly()) {
      cells.add(Verdict.strict(run.metrics()));
    }
    return cells;
  }

  /** The metrics that have a column, and that are known of some run. */
  private List<Metric> shown() {
    return Metrics.OBSERVED.stream()
        .filter(
            metric -> metric.isShown(runs.stream().map(run -> metric.value().of(run.metrics()))))
        .toList();
  }

  private boolean isJudgedStrictly() {
    return runs.stream().anyMatch(run -> run.metrics().valid() != null);
  }

  private List<String> blocks(TextTable table) {
    List<String> rows = table.lines();
    List<String> lines = new ArrayList<>(table.head());
    for (String scenario : scenarios) {
      List<String> block = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        if (scenario(runs.get(i)).equals(scenario)) {
          if (block.isEmpty()) {
            block.add(heading(runs.get(i)));
          }
          block.add(rows.get(i));
        }
      }
      lines.addAll(block);
    }
    return lines;
  }

  /** What the columns of the table mean, a line each. */
  public List<String> legend() {
    TextTable legend =
        new TextTable(
            List.of(new TextTable.Column("", "", false), new TextTable.Column("", "", false)));
    for (Metric metric : shown()) {
      Metric.Column column = Objects.requireNonNull(metric.column());
      String heading =
          column.group().isEmpty() ? column.heading() : column.group() + " " + column.heading();
      legend.add(List.of(heading, metric.definition()));
    }
    legend.add(List.of("Maelstrom", Verdict.MAELSTROM_DEFINITION));
    if (isJudgedStrictly()) {
      legend.add(List.of("strict", Verdict.STRICT_DEFINITION));
    }
    if (runs.stream().anyMatch(run -> Verdict.saysDied(run.metrics()))) {
      legend.add(List.of("died", Verdict.DIED_DEFINITION));
    }
    return legend.lines();
  }

  /**
   * The answer: who lost nothing, and who of those is cheapest and fastest in each scenario. Where
   * the strict judge was not asked of some run, Maelstrom's word decides.
   *
   * @param failed how many further runs came to nothing; then there is no answer
   */
  public List<String> answer(int failed) {
    return answer(failed, Set.of());
  }

  /**
   * The same, beside strategies that nobody could use: they win nothing, unless there are no
   * others.
   *
   * @param bounds their names
   */
  public List<String> answer(int failed, Set<String> bounds) {
    if (failed > 0) {
      return List.of("No answer: " + failed + " of " + (runs.size() + failed) + " runs failed.");
    }
    if (runs.stream().anyMatch(run -> run.metrics().broadcasts() == 0)) {
      return List.of("No answer: nothing was broadcast in some run.");
    }
    boolean one = scenarios.size() == 1;
    boolean strict = knowsAll(runs, run -> run.metrics().valid());
    List<String> sound =
        candidates(bounds).stream()
            .map(labels::of)
            .distinct()
            .filter(label -> isSoundEverywhere(label, strict))
            .toList();
    if (sound.isEmpty()) {
      return List.of(
          (strict ? "Every strategy lost something" : "Maelstrom calls no strategy valid")
              + (one ? "." : strict ? " in some scenario." : " in every scenario."));
    }
    List<String> answer = new ArrayList<>();
    answer.add(
        (strict ? "Lost nothing" : "Valid for Maelstrom")
            + (one ? "" : strict ? " in any scenario" : " in every scenario")
            + ": "
            + String.join(", ", sound)
            + ".");
    best("Cheapest of these (msgs/op): ", "messages_per_op", sound).ifPresent(answer::add);
    best("Fastest of these (delivery p99 in ms): ", "delivery_latency_ms.p99", sound)
        .or(() -> best("Fastest of these (stable max in ms): ", "stable_latency_ms.max", sound))
        .ifPresent(answer::add);
    if (runs.stream().anyMatch(Comparison::hasRefused)) {
      answer.add(
          "Some runs refused broadcasts: what was refused cost nothing, and reached nobody.");
    }
    return List.copyOf(answer);
  }

  private static boolean hasRefused(RunRecord run) {
    Long refused = run.metrics().refused();
    return refused != null && refused > 0;
  }

  private List<RunRecord> candidates(Set<String> bounds) {
    List<RunRecord> candidates =
        runs.stream().filter(run -> !bounds.contains(run.strategy())).toList();
    return candidates.isEmpty() ? runs : candidates;
  }

  private static boolean knowsAll(List<RunRecord> runs, Function<RunRecord, @Nullable Object> of) {
    return runs.stream().map(of).allMatch(Objects::nonNull);
  }

  private boolean isSoundEverywhere(String label, boolean strict) {
    return scenarios.stream()
        .map(scenario -> runsOf(label, scenario).toList())
        .allMatch(same -> !same.isEmpty() && same.stream().allMatch(run -> isSound(run, strict)));
  }

  private static boolean isSound(RunRecord run, boolean strict) {
    return strict
        ? Boolean.TRUE.equals(run.metrics().valid())
        : run.metrics().validMaelstrom().equals("true");
  }

  private Stream<RunRecord> runsOf(String label, String scenario) {
    return runs.stream()
        .filter(run -> labels.of(run).equals(label) && scenario(run).equals(scenario));
  }

  /** The winners by a metric, if it is known of all runs. */
  private Optional<String> best(String title, String name, List<String> sound) {
    Metric metric = Metrics.named(name);
    return knowsAll(runs, run -> metric.value().of(run.metrics()))
        ? Optional.of(title + winners(sound, metric))
        : Optional.empty();
  }

  /** Each winner with the scenarios that it wins: {@code flood (no faults 6.6, 2 % loss 6.7)}. */
  private String winners(List<String> sound, Metric metric) {
    Map<String, List<String>> wins = new LinkedHashMap<>();
    for (String scenario : scenarios) {
      List<RunRecord> rivals = sound.stream().flatMap(label -> runsOf(label, scenario)).toList();
      BigDecimal best = Collections.min(rivals.stream().map(run -> value(metric, run)).toList());
      for (RunRecord rival : rivals) {
        if (value(metric, rival).compareTo(best) == 0) {
          wins.computeIfAbsent(labels.of(rival), label -> new ArrayList<>())
              .add((scenarios.size() == 1 ? "" : scenario + " ") + metric.text(rival.metrics()));
        }
      }
    }
    return wins.entrySet().stream()
        .map(win -> win.getKey() + " (" + String.join(", ", win.getValue()) + ")")
        .collect(Collectors.joining("; "));
  }

  private static BigDecimal value(Metric metric, RunRecord run) {
    return Objects.requireNonNull(metric.value().of(run.metrics()));
  }
}
