package org.hearsay.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;

/** The same run with many seeds: of each metric the mean, how sure it is, and its bounds. */
public final class Repeats {
  private final List<RunRecord> runs;

  /** Runs that differ in nothing but their seed. */
  public Repeats(List<RunRecord> runs) {
    this.runs = List.copyOf(runs);
  }

  /** A line a metric; one that some run does not know is left out. */
  public List<String> lines() {
    TextTable table =
        new TextTable(
            List.of(
                new TextTable.Column("", "", false),
                new TextTable.Column("", "mean", true),
                new TextTable.Column("", "+-95 %", true),
                new TextTable.Column("", "least", true),
                new TextTable.Column("", "most", true),
                new TextTable.Column("", "", false),
                new TextTable.Column("", "", false)));
    for (Metric metric : Metrics.ALL) {
      List<BigDecimal> values =
          runs.stream()
              .map(run -> metric.value().of(run.metrics()))
              .filter(Objects::nonNull)
              .toList();
      if (!values.isEmpty() && values.size() == runs.size()) {
        table.add(cells(metric, values));
      }
    }
    return table.all();
  }

  private static List<String> cells(Metric metric, List<BigDecimal> values) {
    double[] numbers = values.stream().mapToDouble(BigDecimal::doubleValue).toArray();
    Estimate estimate = Estimate.ofMean(numbers);
    int digits = metric.decimals() + 1;
    return List.of(
        metric.name(),
        text(estimate.mean(), digits),
        numbers.length < 2 ? Metric.UNKNOWN : text(estimate.halfWidth(), digits),
        text(values.stream().min(BigDecimal::compareTo).orElseThrow(), digits),
        text(values.stream().max(BigDecimal::compareTo).orElseThrow(), digits),
        metric.unit(),
        metric.definition());
  }

  private static String text(double value, int digits) {
    return text(new BigDecimal(value), digits);
  }

  private static String text(BigDecimal value, int digits) {
    return value.setScale(digits, RoundingMode.HALF_UP).toPlainString();
  }
}
