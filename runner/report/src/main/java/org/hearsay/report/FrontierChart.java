package org.hearsay.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a frontier: messages per operation over latency, both on logarithmic axes. */
public final class FrontierChart {
  private static final int WIDTH = 1100;
  private static final int HEIGHT = 700;
  private static final double HALF = 0.5;
  private static final int FLOOR_POINTS = 60;

  private final Frontier frontier;
  private final Frontier.Axis axis;

  /** A chart over one latency. */
  public FrontierChart(Frontier frontier, Frontier.Axis axis) {
    this.frontier = frontier;
    this.axis = axis;
  }

  /** The chart as SVG. */
  public String svg() {
    return Svg.of(chart());
  }

  XYChart chart() {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title("What latency costs in messages")
            .xAxisTitle("stable latency, " + axis.label() + ", in ms (" + conditions() + ")")
            .yAxisTitle("messages between nodes per operation")
            .build();
    chart
        .getStyler()
        .setXAxisLogarithmic(true)
        .setYAxisLogarithmic(true)
        .setLegendPosition(LegendPosition.OutsideE)
        .setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setDefaultSeriesRenderStyle(XYSeriesRenderStyle.Line);
    runs().forEach((name, runs) -> addRuns(chart, name, runs));
    if (axis == Frontier.Axis.MAX) {
      addPublished(chart);
    }
    addFloors(chart);
    return chart;
  }

  private String conditions() {
    return frontier.runs().stream()
        .map(RunRecord::settings)
        .filter(Objects::nonNull)
        .findFirst()
        .map(RunSettings::sentence)
        .orElse("");
  }

  /** Sound runs by strategy, the fastest first; a run that loses something is no point. */
  private Map<String, List<RunRecord>> runs() {
    Map<String, List<RunRecord>> runs = new LinkedHashMap<>();
    for (RunRecord run : frontier.runs()) {
      if (Frontier.isSound(run)) {
        runs.computeIfAbsent(series(run), name -> new ArrayList<>()).add(run);
      }
    }
    runs.values().forEach(same -> same.sort(Comparator.comparing(this::latency)));
    return runs;
  }

  /** Runs of one line differ in their pace alone. */
  private String series(RunRecord run) {
    String roots = run.config().getOrDefault("roots", "1");
    return roots.equals("1") ? run.strategy() : run.strategy() + ", " + roots + " roots";
  }

  private double latency(RunRecord run) {
    return Frontier.latency(run, axis);
  }

  private void addRuns(XYChart chart, String name, List<RunRecord> runs) {
    double[] x = runs.stream().mapToDouble(this::latency).toArray();
    double[] y = runs.stream().mapToDouble(run -> Frontier.cost(run).doubleValue()).toArray();
    chart.addSeries(name, x, y);
  }

  private void addPublished(XYChart chart) {
    List<PublishedNode> nodes = frontier.published();
    if (nodes.isEmpty()) {
      return;
    }
    double[] x = nodes.stream().mapToDouble(PublishedNode::stableMaxMs).toArray();
    double[] y = nodes.stream().mapToDouble(node -> node.messagesPerOp().doubleValue()).toArray();
    XYSeries series = chart.addSeries("published, genuine Maelstrom", x, y);
    series.setLineStyle(new BasicStroke(0));
    series.setLineColor(new Color(0, 0, 0, 0));
    series.setMarker(SeriesMarkers.DIAMOND).setMarkerColor(Color.BLACK);
    boolean above = false;
    for (PublishedNode node : nodes) {
      // Names of neighbors shall not cover each other.
      above = !above;
      chart.addAnnotation(
          new AnnotationText(
              node.name(),
              node.stableMaxMs(),
              node.messagesPerOp().doubleValue() * (above ? 1.12 : 0.9),
              false));
    }
  }

  private void addFloors(XYChart chart) {
    RunSettings settings =
        frontier.runs().stream()
            .map(RunRecord::settings)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    double slowest =
        frontier.runs().stream()
            .filter(Frontier::isSound)
            .mapToDouble(this::latency)
            .max()
            .orElse(0);
    if (settings == null || slowest <= settings.latency()) {
      return;
    }
    double first = Math.max(1, settings.latency());
    double[] x =
        DoubleStream.iterate(0, i -> i + 1)
            .limit(FLOOR_POINTS + 1)
            .map(i -> first * Math.pow(slowest / first, i / FLOOR_POINTS))
            .toArray();
    double[] y =
        DoubleStream.of(x)
            .map(d -> Frontier.floor(settings, Math.max(d, first + 1), HALF))
            .toArray();
    XYSeries floor = chart.addSeries("floor, for delivery within x", x, y);
    floor.setMarker(SeriesMarkers.NONE).setLineColor(Color.GRAY);
    floor.setLineStyle(
        new BasicStroke(
            2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {6, 4}, 0));
  }
}
