package org.hearsay.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two sets of runs. A simulation is compared figure by figure with the same
 * run, as it would be the same to the last digit; runs against a clock are compared as means of all
 * runs that differ in their seed at most, with their spread.
 */
public final class Baseline {

  /** What makes runs comparable; the seed is absent where runs are repeated to see a spread. */
  private record Key(
      String world,
      String strategy,
      Map<String, String> config,
      @Nullable RunMembership membership,
      @Nullable Map<String, String> guarantees,
      @Nullable RunSettings settings,
      @Nullable Long seed) {
    static Key of(RunRecord run) {
      boolean exact = run.traceHash() != null;
      return new Key(
          run.world(),
          run.strategy(),
          run.config(),
          run.membership(),
          run.guarantees(),
          run.settings(),
          exact ? run.seed() : null);
    }

    String text(Labels labels, RunRecord run) {
      return labels.of(run)
          + ", "
          + (settings == null ? "settings unknown" : settings.topology() + ", " + settings.faults())
          + (seed == null ? ", " + world : ", seed " + seed);
    }
  }

  private final Map<Key, List<RunRecord>> before;
  private final Map<Key, List<RunRecord>> after;
  private final Labels labels;
  private final TextTable changes =
      new TextTable(
          List.of(
              new TextTable.Column("", "", false),
              new TextTable.Column("", "before", true),
              new TextTable.Column("", "after", true),
              new TextTable.Column("", "change", true),
              new TextTable.Column("", "", false)));
  private final List<Integer> changesOfRun = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();
  private int same;

  /** What changed from some runs to others. */
  public Baseline(List<RunRecord> before, List<RunRecord> after) {
    this.before = byKey(before);
    this.after = byKey(after);
    List<RunRecord> all = new ArrayList<>(before);
    all.addAll(after);
    this.labels = new Labels(all);
  }

  private static Map<Key, List<RunRecord>> byKey(List<RunRecord> runs) {
    Map<Key, List<RunRecord>> groups = new LinkedHashMap<>();
    runs.forEach(run -> groups.computeIfAbsent(Key.of(run), key -> new ArrayList<>()).add(run));
    return groups;
  }

  /** What changed, a line a figure, and how much did not. */
  public List<String> lines() {
    before.forEach(
        (key, runs) -> {
          List<RunRecord> others = after.get(key);
          if (others != null) {
            compare(key, runs, others);
          }
        });
    List<String> lines = new ArrayList<>();
    lines.add("before  " + written(before));
    lines.add("after   " + written(after));
    lines.addAll(blocks());
    lines.add("");
    lines.add(
        same == 1 ? "1 run is the same in every figure." : same + " runs are the same throughout.");
    lines.addAll(missing("Before only", before, after));
    lines.addAll(missing("After only", after, before));
    return lines;
  }

  private static String written(Map<Key, List<RunRecord>> groups) {
    List<RunRecord> runs = groups.values().stream().flatMap(List::stream).toList();
    Set<String> commits = new LinkedHashSet<>();
    runs.forEach(run -> commits.add(Objects.requireNonNullElse(run.commit(), "unknown")));
    return runs.size()
        + (runs.size() == 1 ? " run" : " runs")
        + (runs.isEmpty() ? "" : " by commit " + String.join(", ", commits));
  }

  private List<String> blocks() {
    List<String> lines = new ArrayList<>();
    if (headings.isEmpty()) {
      return lines;
    }
    lines.add("");
    lines.addAll(changes.head());
    List<String> rows = changes.lines();
    int next = 0;
    for (int run = 0; run < headings.size(); run++) {
      lines.add(headings.get(run));
      lines.addAll(rows.subList(next, next + changesOfRun.get(run)));
      next += changesOfRun.get(run);
    }
    return lines;
  }

  private List<String> missing(
      String title, Map<Key, List<RunRecord>> here, Map<Key, List<RunRecord>> there) {
    String names =
        here.entrySet().stream()
            .filter(group -> !there.containsKey(group.getKey()))
            .map(group -> group.getKey().text(labels, group.getValue().get(0)))
            .collect(Collectors.joining("; "));
    return names.isEmpty() ? List.of() : List.of(title + ": " + names + ".");
  }

  private void compare(Key key, List<RunRecord> old, List<RunRecord> now) {
    boolean exact = key.seed() != null;
    int rows = 0;
    for (Metric metric : Metrics.ALL) {
      Sample was = Sample.of(metric, old, exact);
      Sample is = Sample.of(metric, now, exact);
      if (was != null && is != null && !was.equals(is)) {
        changes.add(cells(metric, was, is));
        rows++;
      }
    }
    RunRecord last = now.get(now.size() - 1);
    boolean otherTrace =
        exact && !Objects.equals(old.get(old.size() - 1).traceHash(), last.traceHash());
    if (rows == 0 && !otherTrace) {
      same++;
      return;
    }
    headings.add(
        key.text(labels, last) + (rows == 0 ? ": other messages, and the same figures" : ""));
    changesOfRun.add(rows);
  }

  private static List<String> cells(Metric metric, Sample was, Sample is) {
    return List.of(
        "  " + metric.name(),
        was.text(metric),
        is.text(metric),
        change(was.mean, is.mean),
        was.overlaps(is) ? "within the spread" : judgement(metric, is.mean - was.mean));
  }

  private static String change(double was, double is) {
    return was == 0 ? "" : String.format(Locale.ROOT, "%+.1f %%", (is / was - 1) * 100);
  }

  private static String judgement(Metric metric, double more) {
    return switch (metric.better()) {
      case LOWER -> more < 0 ? "better" : "worse";
      case HIGHER -> more > 0 ? "better" : "worse";
      case NEITHER -> "";
    };
  }

  /** A metric's mean over some runs, and half of its confidence interval; 0 if it is exact. */
  private record Sample(double mean, double halfWidth, boolean hasSpread) {

    /** Of the last run if runs repeat exactly, of all otherwise; null if it is unknown of some. */
    static @Nullable Sample of(Metric metric, List<RunRecord> runs, boolean exact) {
      List<RunRecord> counted = exact ? runs.subList(runs.size() - 1, runs.size()) : runs;
      List<BigDecimal> values =
          counted.stream()
              .map(run -> metric.value().of(run.metrics()))
              .filter(Objects::nonNull)
              .toList();
      if (values.size() < counted.size()) {
        return null;
      }
      Estimate estimate =
          Estimate.ofMean(values.stream().mapToDouble(BigDecimal::doubleValue).toArray());
      boolean repeated = estimate.runs() > 1;
      return new Sample(estimate.mean(), repeated ? estimate.halfWidth() : 0, repeated);
    }

    boolean overlaps(Sample other) {
      return (hasSpread || other.hasSpread)
          && Math.abs(mean - other.mean) <= halfWidth + other.halfWidth;
    }

    String text(Metric metric) {
      String format = "%." + metric.decimals() + "f";
      String text = String.format(Locale.ROOT, format, mean);
      return hasSpread ? text + " +- " + String.format(Locale.ROOT, format, halfWidth) : text;
    }
  }
}
