package org.hearsay.reproduction;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.hearsay.node.plugin.MembershipCatalog;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.report.Estimate;
import org.hearsay.reproduction.PublishedTable.Column;
import org.hearsay.reproduction.PublishedTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * Derives tables again: many runs of each row, on several cores. What comes of it hangs on the seed
 * and the number of runs alone.
 */
public final class Reproduction {

  /** A table, by name, with the runs of each row. */
  private record Job(String name, PublishedTable table, List<RowRuns> rows) {}

  /** A table whose runs are under way: for each row the measures of each run. */
  private record UnderWay(Job job, List<List<Future<double[]>>> rows) {}

  private final List<Job> jobs = new ArrayList<>();
  private final long seed;
  private final double factor;

  /**
   * Tables to derive again.
   *
   * @param tables by name, in the order they are to come
   * @param strategies has the strategies
   * @param memberships has the overlays and failure detectors
   * @param seed the seed of each row's first run
   * @param factor as many times the runs that the tables ask for, but two at least
   * @throws IllegalArgumentException saying what is wrong with a table
   */
  public Reproduction(
      Map<String, PublishedTable> tables,
      StrategyCatalog strategies,
      MembershipCatalog memberships,
      long seed,
      double factor) {
    this.seed = seed;
    this.factor = factor;
    tables.forEach(
        (name, table) ->
            jobs.add(new Job(name, table, rows(name, table, strategies, memberships))));
  }

  private static List<RowRuns> rows(
      String name,
      PublishedTable table,
      StrategyCatalog strategies,
      MembershipCatalog memberships) {
    List<RowRuns> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      try {
        RowRuns runs = new RowRuns(table.setting(), row.with(), strategies, memberships);
        Set<String> needed = words(table, row);
        needed.forEach(runs::number);
        runs.requireNoOtherWords(needed);
        requireMembership(table, runs);
        rows.add(runs);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            name + ", row \"" + row.label() + "\": " + e.getMessage(), e);
      }
    }
    return List.copyOf(rows);
  }

  private static void requireMembership(PublishedTable table, RowRuns runs) {
    for (Column column : table.columns()) {
      if (column.measure().isOfMembership() && !runs.hasMembership()) {
        throw new IllegalArgumentException(
            "the column \""
                + column.measure().text()
                + "\" needs an overlay other than static, or a detector");
      }
    }
  }

  /** The words that a row must say for its columns. */
  private static Set<String> words(PublishedTable table, Row row) {
    Set<String> words = new TreeSet<>();
    for (Column column : table.columns()) {
      words.addAll(column.measure().words());
      Optional.ofNullable(column.theory())
          .filter(any -> isPredicted(row))
          .map(Theory::word)
          .ifPresent(words::add);
    }
    return words;
  }

  /** Rows without published figures are there to compare with, and have settings of their own. */
  private static boolean isPredicted(Row row) {
    return !row.published().isEmpty();
  }

  /** How many runs there are to make. */
  public int runs() {
    return jobs.stream().flatMap(job -> job.rows.stream()).mapToInt(this::runsOf).sum();
  }

  private int runsOf(RowRuns row) {
    return Math.max(2, (int) Math.round(row.runs() * factor));
  }

  /**
   * Makes the runs.
   *
   * @param cores how many at once
   * @param onRun told how many are done, after each one, on its thread
   * @param onTable takes a table's name and its figures, row by row
   */
  public void run(int cores, IntConsumer onRun, BiConsumer<String, List<Figure>> onTable)
      throws InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(cores);
    Counter counter = new Counter(onRun);
    try {
      List<UnderWay> underWay = jobs.stream().map(job -> start(job, workers, counter)).toList();
      for (UnderWay table : underWay) {
        onTable.accept(table.job.name, figures(table));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(String.valueOf(e.getCause()), e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private UnderWay start(Job job, ExecutorService workers, Counter counter) {
    List<List<Future<double[]>>> rows = new ArrayList<>();
    for (RowRuns row : job.rows) {
      List<Future<double[]>> runs = new ArrayList<>();
      for (int i = 0; i < runsOf(row); i++) {
        long runSeed = seed + i;
        runs.add(
            workers.submit(
                () -> {
                  double[] values = measure(row, row.run(runSeed), job.table.columns());
                  counter.count();
                  return values;
                }));
      }
      rows.add(runs);
    }
    return new UnderWay(job, rows);
  }

  private static double[] measure(RowRuns row, Measured run, List<Column> columns) {
    return columns.stream().mapToDouble(column -> column.measure().of(run, row)).toArray();
  }

  private static List<Figure> figures(UnderWay table)
      throws ExecutionException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < table.rows.size(); i++) {
      List<double[]> runs = new ArrayList<>();
      for (Future<double[]> run : table.rows.get(i)) {
        runs.add(run.get());
      }
      figures.addAll(figures(table.job, i, runs));
    }
    return figures;
  }

  private static List<Figure> figures(Job job, int index, List<double[]> runs) {
    List<Column> columns = job.table.columns();
    Map<Measure, Estimate> measured = new EnumMap<>(Measure.class);
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      double[] values = runs.stream().mapToDouble(run -> run[column]).toArray();
      Measure measure = columns.get(i).measure();
      measured.put(measure, measure.isShare() ? Estimate.ofShare(values) : Estimate.ofMean(values));
    }
    RowRuns plan = job.rows.get(index);
    Row row = job.table.rows().get(index);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      Estimate ours = Objects.requireNonNull(measured.get(column.measure()));
      Theory theory = column.theory();
      figures.add(
          new Figure(
              row,
              column,
              plan.strategy(),
              ours,
              theory == null || !isPredicted(row) ? null : theory.of(plan, measured),
              verdicts(job.table, row, i, ours)));
    }
    return figures;
  }

  private static List<Verdict> verdicts(PublishedTable table, Row row, int column, Estimate ours) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Tag tag : Tag.values()) {
      List<String> published = row.published().get(tag);
      if (published != null && !published.get(column).equals(PublishedValue.NONE)) {
        Measure measure = table.columns().get(column).measure();
        verdicts.add(
            Verdict.of(
                PublishedValue.parse(published.get(column)),
                tag,
                table.runsBehind().get(tag),
                ours,
                explanation(table, row, measure, tag)));
      }
    }
    return List.copyOf(verdicts);
  }

  private static PublishedTable.@Nullable Explanation explanation(
      PublishedTable table, Row row, Measure measure, Tag tag) {
    return table.explanations().stream()
        .filter(each -> each.measures().contains(measure) && each.tag() == tag)
        .filter(each -> each.rows().contains(row.label()))
        .findFirst()
        .orElse(null);
  }

  /** Counts runs, and says so one at a time. */
  private static final class Counter {
    private final IntConsumer listener;
    private int done;

    Counter(IntConsumer listener) {
      this.listener = listener;
    }

    synchronized void count() {
      listener.accept(++done);
    }
  }
}
