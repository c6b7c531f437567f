package org.hearsay.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;
import org.hearsay.report.Decimals;
import org.hearsay.report.Estimate;
import org.hearsay.report.Frontier;
import org.hearsay.report.LatencyHistogram;
import org.hearsay.report.Measurements;
import org.hearsay.report.Metric;
import org.hearsay.report.Metrics;
import org.hearsay.report.RunMembership;
import org.hearsay.report.RunRecord;
import org.hearsay.report.Verdict;
import org.jspecify.annotations.Nullable;

/** Runs that differ in nothing but their seed. */
final class Group {
  private static final int TICKS_PER_HALF_DISTANCE = 4;
  private static final double MICROS_PER_MILLI = 1e3;
  private static final double PERCENT = 100;

  private final List<RunRecord> runs;

  Group(List<RunRecord> runs) {
    this.runs = List.copyOf(runs);
  }

  private RunRecord first() {
    return runs.get(0);
  }

  /** The row that shows them. */
  Row row(String label, String block, boolean bound) {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    Map<String, Double> spread = new LinkedHashMap<>();
    Metrics.ALL.forEach(metric -> measure(metric, values, spread));
    return new Row(
        label,
        options(),
        block,
        first().world(),
        seeds(),
        first().command(),
        first().settings() == null ? null : first().settings().nodeCount(),
        values,
        spread,
        new Row.Verdicts(verdict(Verdict::maelstrom), verdict(Verdict::strict)),
        runs.stream().allMatch(Group::isSound),
        bound,
        false,
        null,
        overFloor(values),
        latency(),
        load());
  }

  private String options() {
    RunMembership around = first().membership();
    return Stream.of(
            first().configText(), around == null ? "" : around.text(), first().guaranteesText())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private void measure(Metric metric, Map<String, BigDecimal> values, Map<String, Double> spread) {
    double[] known =
        runs.stream()
            .map(run -> metric.value().of(run.metrics()))
            .filter(Objects::nonNull)
            .mapToDouble(BigDecimal::doubleValue)
            .toArray();
    if (known.length == runs.size()) {
      Estimate estimate = Estimate.ofMean(known);
      values.put(metric.name(), Decimals.measured(estimate.mean()));
      if (estimate.runs() > 1) {
        spread.put(metric.name(), estimate.halfWidth());
      }
    }
  }

  private String seeds() {
    List<Long> seeds = runs.stream().map(RunRecord::seed).filter(Objects::nonNull).toList();
    if (seeds.size() < runs.size()) {
      return runs.size() == 1 ? "" : runs.size() + " runs";
    }
    return seeds.size() == 1
        ? String.valueOf(seeds.get(0))
        : Collections.min(seeds) + ".." + Collections.max(seeds) + ", " + seeds.size() + " runs";
  }

  /**
   * Whether a run lost nothing, by the strict judge's word or, if it was not asked, Maelstrom's.
   */
  private static boolean isSound(RunRecord run) {
    Boolean strict = run.metrics().valid();
    return strict == null ? run.metrics().validMaelstrom().equals("true") : strict;
  }

  /** What all runs are judged to be, or what is wrong with how many. */
  private String verdict(Function<Measurements, String> judge) {
    List<String> verdicts =
        runs.stream().map(run -> judge.apply(run.metrics())).distinct().toList();
    long unsound = runs.stream().filter(run -> !isSound(run)).count();
    return verdicts.size() == 1
        ? verdicts.get(0)
        : "not sound: " + unsound + " of " + runs.size() + " runs";
  }

  private @Nullable Double overFloor(Map<String, BigDecimal> values) {
    BigDecimal cost = values.get("messages_per_op");
    BigDecimal slowest = values.get("delivery_latency_ms.max");
    if (first().settings() == null || cost == null || slowest == null || !hasBroadcasts()) {
      return null;
    }
    double floor = Frontier.floor(first().settings(), slowest.doubleValue(), broadcastShare());
    return cost.doubleValue() / floor;
  }

  private boolean hasBroadcasts() {
    return first().metrics().operations() > 0 && first().metrics().broadcasts() > 0;
  }

  private double broadcastShare() {
    return (double) first().metrics().broadcasts() / first().metrics().operations();
  }

  private List<double[]> latency() {
    Histogram all = new Histogram(3);
    for (RunRecord run : runs) {
      if (run.latencyHistogram() == null) {
        return List.of();
      }
      all.add(LatencyHistogram.decode(run.latencyHistogram()));
    }
    List<double[]> points = new ArrayList<>();
    for (HistogramIterationValue step : all.percentiles(TICKS_PER_HALF_DISTANCE)) {
      if (all.getTotalCount() > 0) {
        points.add(
            new double[] {
              step.getValueIteratedTo() / MICROS_PER_MILLI,
              step.getPercentileLevelIteratedTo() / PERCENT
            });
      }
    }
    return points;
  }

  private List<Double> load() {
    int nodes = first().nodeMessages() == null ? 0 : first().nodeMessages().size();
    for (RunRecord run : runs) {
      if (run.nodeMessages() == null || run.nodeMessages().size() != nodes) {
        return List.of();
      }
    }
    return IntStream.range(0, nodes)
        .mapToObj(
            node ->
                runs.stream()
                    .mapToLong(run -> Objects.requireNonNull(run.nodeMessages()).get(node))
                    .average()
                    .orElse(0))
        .sorted(Collections.reverseOrder())
        .toList();
  }
}
