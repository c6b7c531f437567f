package org.hearsay.report.page;

import java.awt.Color;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.hearsay.report.Frontier;
import org.hearsay.report.FrontierChart;
import org.hearsay.report.RunRecord;
import org.hearsay.report.Svg;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Runs as charts for papers, an SVG each; what the runs do not say is not drawn. */
public final class ReportCharts {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 560;
  private static final double LEAST_MILLIS = 0.1;
  private static final double PERCENT = 100;
  private static final String COST_PER_BROADCAST = "messages_per_broadcast";

  private final List<RunRecord> runs;
  private final List<Row> rows;

  /** Charts of runs. */
  public ReportCharts(List<RunRecord> runs, Set<String> bounds) {
    this.runs = List.copyOf(runs);
    this.rows = new Rows(runs, bounds).all();
  }

  /** The charts, by names that suit files: one of each kind for each of the conditions. */
  public Map<String, String> svgByName() {
    Map<String, String> charts = new LinkedHashMap<>();
    List<String> blocks = rows.stream().map(Row::block).distinct().toList();
    for (String block : blocks) {
      String suffix = blocks.size() == 1 ? "" : "-" + fileName(block);
      List<Row> same = rows.stream().filter(row -> row.block().equals(block)).toList();
      charts.put("frontier" + suffix, frontier(block));
      putIfDrawn(charts, "latency" + suffix, latency(block, same));
      putIfDrawn(charts, "load" + suffix, load(block, same));
    }
    putIfDrawn(charts, "growth", growth());
    return charts;
  }

  private static String fileName(String block) {
    return block.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }

  private static void putIfDrawn(Map<String, String> charts, String name, XYChart chart) {
    if (!chart.getSeriesCollection().isEmpty()) {
      charts.put(name, Svg.of(chart));
    }
  }

  private String frontier(String block) {
    Conditions conditions = new Conditions(runs);
    List<RunRecord> same =
        runs.stream().filter(run -> conditions.block(run).equals(block)).toList();
    return new FrontierChart(new Frontier(same, List.of()), Frontier.Axis.P99).svg();
  }

  private static XYChart chart(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart
        .getStyler()
        .setLegendPosition(LegendPosition.OutsideE)
        .setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Line);
    return chart;
  }

  private static XYChart latency(String block, List<Row> rows) {
    XYChart chart = chart("How long deliveries took: " + block, "ms", "% of deliveries");
    chart.getStyler().setXAxisLogarithmic(true);
    for (Row row : rows) {
      if (!row.latency().isEmpty()) {
        double[] millis =
            row.latency().stream().mapToDouble(point -> Math.max(point[0], LEAST_MILLIS)).toArray();
        double[] share = row.latency().stream().mapToDouble(point -> point[1] * PERCENT).toArray();
        chart.addSeries(row.label(), millis, share).setMarker(SeriesMarkers.NONE);
      }
    }
    return chart;
  }

  private static XYChart load(String block, List<Row> rows) {
    XYChart chart = chart("Load per node: " + block, "node, by its load", "messages over the mean");
    for (Row row : rows) {
      double mean = row.load().stream().mapToDouble(Double::doubleValue).average().orElse(0);
      if (mean > 0) {
        double[] rank = IntStream.rangeClosed(1, row.load().size()).asDoubleStream().toArray();
        double[] load = row.load().stream().mapToDouble(count -> count / mean).toArray();
        chart.addSeries(row.label(), rank, load).setMarker(SeriesMarkers.NONE);
      }
    }
    return chart;
  }

  private XYChart growth() {
    XYChart chart = chart("Cost as clusters grow", "nodes", "messages between nodes per broadcast");
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    Map<String, List<Row>> byLabel = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.nodeCount() != null && isPositive(row))
        .forEach(row -> byLabel.computeIfAbsent(row.label(), key -> new ArrayList<>()).add(row));
    byLabel.forEach(
        (label, same) -> {
          if (same.stream().map(Row::nodeCount).distinct().count() > 1) {
            same.sort(Comparator.comparing(ReportCharts::nodes));
            double[] nodes = same.stream().mapToDouble(ReportCharts::nodes).toArray();
            double[] cost = same.stream().mapToDouble(ReportCharts::cost).toArray();
            chart.addSeries(label, nodes, cost);
          }
        });
    return chart;
  }

  private static boolean isPositive(Row row) {
    BigDecimal cost = row.values().get(COST_PER_BROADCAST);
    return cost != null && cost.signum() > 0;
  }

  private static int nodes(Row row) {
    return Objects.requireNonNull(row.nodeCount());
  }

  private static double cost(Row row) {
    return Objects.requireNonNull(row.values().get(COST_PER_BROADCAST)).doubleValue();
  }
}
