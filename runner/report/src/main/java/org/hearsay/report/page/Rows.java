package org.hearsay.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hearsay.report.Labels;
import org.hearsay.report.RunMembership;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.jspecify.annotations.Nullable;

/** Runs as rows, each with its place among those under the same conditions. */
final class Rows {
  /** What is paid. */
  static final String COST = "messages_per_op";

  /** What is paid for. */
  static final String TIME = "stable_latency_ms.p99";

  /** What makes a group: runs that differ in their seed alone. */
  private record Key(
      String world,
      String strategy,
      Map<String, String> config,
      @Nullable RunMembership membership,
      @Nullable Map<String, String> guarantees,
      @Nullable RunSettings settings) {
    static Key of(RunRecord run) {
      return new Key(
          run.world(),
          run.strategy(),
          run.config(),
          run.membership(),
          run.guarantees(),
          run.settings());
    }
  }

  private final List<RunRecord> runs;
  private final Labels labels;
  private final Conditions conditions;
  private final Set<String> bounds;

  /**
   * Rows for runs.
   *
   * @param bounds strategies that nobody could use: they beat nobody
   */
  Rows(List<RunRecord> runs, Set<String> bounds) {
    this.runs = List.copyOf(runs);
    this.bounds = bounds;
    this.labels = new Labels(runs);
    this.conditions = new Conditions(runs);
  }

  /** One row for all runs that differ in their seed alone. */
  List<Row> all() {
    Map<Key, List<RunRecord>> groups = new LinkedHashMap<>();
    runs.forEach(run -> groups.computeIfAbsent(Key.of(run), key -> new ArrayList<>()).add(run));
    List<Row> rows = groups.values().stream().map(this::row).toList();
    return rows.stream().map(row -> placed(row, rows)).toList();
  }

  private Row row(List<RunRecord> group) {
    RunRecord first = group.get(0);
    return new Group(group)
        .row(labels.of(first), conditions.block(first), bounds.contains(first.strategy()));
  }

  /** Says of a row whether it is beaten by another of its block. */
  private static Row placed(Row row, List<Row> rows) {
    if (!isPlaceable(row)) {
      return row;
    }
    Row beater =
        rows.stream()
            .filter(rival -> isPlaceable(rival) && rival.block().equals(row.block()))
            .filter(rival -> beats(rival, row))
            .findFirst()
            .orElse(null);
    return row.placed(beater == null, beater == null ? null : beater.label());
  }

  private static boolean isPlaceable(Row row) {
    return row.sound() && !row.bound() && row.values().keySet().containsAll(List.of(COST, TIME));
  }

  private static boolean beats(Row rival, Row row) {
    double cost = difference(COST, rival, row);
    double time = difference(TIME, rival, row);
    return cost <= 0 && time <= 0 && cost + time < 0;
  }

  private static double difference(String metric, Row rival, Row row) {
    return Objects.requireNonNull(rival.values().get(metric)).doubleValue()
        - Objects.requireNonNull(row.values().get(metric)).doubleValue();
  }
}
