package org.hearsay.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hearsay.report.Frontier;
import org.hearsay.report.Metrics;
import org.hearsay.report.PublishedNode;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;

/**
 * Runs as one HTML file that needs no network: data, style, program and chart library are in it.
 */
public final class ReportPage {
  private static final String CHART_LIBRARY =
      "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js";
  private static final Pattern INCLUDE = Pattern.compile("@include ([a-z.-]+)@");
  private static final int FLOOR_POINTS = 60;
  private static final double HALF = 0.5;

  private final List<RunRecord> runs;
  private final Set<String> bounds;
  private final List<Replay> replays;

  /** A page of runs, in the order they are to be shown, and of what can be watched. */
  public ReportPage(List<RunRecord> runs, Set<String> bounds, List<Replay> replays) {
    this.runs = List.copyOf(runs);
    this.bounds = Set.copyOf(bounds);
    this.replays = List.copyOf(replays);
  }

  /** The page. */
  public String html() {
    Matcher include = INCLUDE.matcher(resource("page.html"));
    StringBuilder html = new StringBuilder();
    while (include.find()) {
      include.appendReplacement(html, Matcher.quoteReplacement(part(include.group(1))));
    }
    return include.appendTail(html).toString();
  }

  private String part(String name) {
    return switch (name) {
      case "data" -> data().json();
      case "chart-library" -> resource(CHART_LIBRARY);
      default -> resource(name);
    };
  }

  private static String resource(String name) {
    try (InputStream file = ReportPage.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is part of this program", e);
    }
  }

  PageData data() {
    List<Row> rows = new Rows(runs, bounds).all();
    boolean challenge =
        runs.stream()
                .map(RunRecord::settings)
                .allMatch(settings -> settings != null && settings.nodeCount() == 25)
            && runs.stream()
                .map(RunRecord::settings)
                .anyMatch(settings -> settings != null && settings.fitsChallenge());
    return new PageData(
        runs.stream().map(RunRecord::commit).filter(Objects::nonNull).distinct().toList(),
        new Conditions(runs).common(),
        Metrics.ALL.stream()
            .filter(
                metric -> rows.stream().anyMatch(row -> row.values().containsKey(metric.name())))
            .map(metric -> PageData.Measure.of(metric, rows))
            .toList(),
        rows.stream().map(Row::block).distinct().toList(),
        rows,
        floor(rows),
        challenge ? PublishedNode.gossipGlomers() : List.of(),
        replays);
  }

  /** The least messages per operation for each latency that the first block reaches. */
  private List<double[]> floor(List<Row> rows) {
    RunSettings settings = runs.isEmpty() ? null : runs.get(0).settings();
    double slowest =
        rows.stream()
            .filter(row -> row.block().equals(rows.get(0).block()))
            .flatMap(row -> Stream.ofNullable(row.values().get(Rows.TIME)))
            .mapToDouble(Number::doubleValue)
            .max()
            .orElse(0);
    if (settings == null || settings.orUsual().broadcasts() != null) {
      return List.of();
    }
    double first = settings.latency() + 1.0;
    return DoubleStream.iterate(0, i -> i + 1)
        .limit(slowest > first ? FLOOR_POINTS + 1 : 0)
        .map(i -> first * Math.pow(slowest / first, i / FLOOR_POINTS))
        .mapToObj(millis -> new double[] {millis, Frontier.floor(settings, millis, HALF)})
        .toList();
  }
}
