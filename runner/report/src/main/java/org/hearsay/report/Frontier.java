package org.hearsay.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What latency costs: runs as points of messages per operation against stable latency, those that
 * no other beats in both, the least that any node must spend, and what others have published.
 */
public final class Frontier {

  /** The latency that messages are traded for. */
  public enum Axis {
    /** What 99 of 100 values took at most. */
    P99("p99"),
    /** What the slowest value took. */
    MAX("max");

    private final String label;

    Axis(String label) {
      this.label = label;
    }

    /** As in tables and file names. */
    public String label() {
      return label;
    }

    @Nullable Long of(RunRecord run) {
      Measurements.StableLatency stable = run.metrics().stableLatencyMs();
      if (stable == null) {
        return null;
      }
      return this == P99 ? Long.valueOf(stable.p99()) : Long.valueOf(stable.max());
    }
  }

  private static final List<String> SHOWN =
      List.of(
          "messages_per_op",
          "stable_latency_ms.p50",
          "stable_latency_ms.p99",
          "stable_latency_ms.max",
          "load_max_over_mean");

  private final List<RunRecord> runs;
  private final List<PublishedNode> published;
  private final Labels labels;

  /** The runs, in the order they are to be shown, and what to compare them with. */
  public Frontier(List<RunRecord> runs, List<PublishedNode> published) {
    this.runs = List.copyOf(runs);
    this.published = List.copyOf(published);
    this.labels = new Labels(this.runs);
  }

  List<RunRecord> runs() {
    return runs;
  }

  List<PublishedNode> published() {
    return published;
  }

  /** Whether no run that loses nothing is cheaper or faster, and none the worse for it. */
  boolean isBest(RunRecord run, Axis axis) {
    return isSound(run) && runs.stream().noneMatch(other -> isBeaten(run, other, axis));
  }

  static boolean isSound(RunRecord run) {
    return Boolean.TRUE.equals(run.metrics().valid())
        && run.metrics().messagesPerOp() != null
        && run.metrics().stableLatencyMs() != null;
  }

  /** Messages per operation of a sound run. */
  static BigDecimal cost(RunRecord run) {
    return Objects.requireNonNull(run.metrics().messagesPerOp());
  }

  /** The latency of a sound run, in milliseconds. */
  static long latency(RunRecord run, Axis axis) {
    return Objects.requireNonNull(axis.of(run));
  }

  private static boolean isBeaten(RunRecord run, RunRecord by, Axis axis) {
    if (!isSound(by)) {
      return false;
    }
    int cost = cost(by).compareTo(cost(run));
    int time = Long.compare(latency(by, axis), latency(run, axis));
    return cost <= 0 && time <= 0 && (cost < 0 || time < 0);
  }

  /**
   * The least messages per operation for a rumor to be everywhere within a time: each node must
   * hear something once in that time less a link, and what is not gathered goes to each node by
   * itself.
   *
   * @param broadcasts the share of operations that are broadcasts
   */
  public static double floor(RunSettings settings, double latencyMillis, double broadcasts) {
    double gathered =
        settings.nodeCount()
            / (latencyMillis - settings.latency())
            * 1000
            / settings.rate().doubleValue();
    return Math.min(gathered, (settings.nodeCount() - 1) * broadcasts);
  }

  /** The table's lines: a row a run, and a row a published node. */
  public List<String> table() {
    List<TextTable.Column> columns = new ArrayList<>();
    columns.add(new TextTable.Column("", "strategy", false));
    for (Metric metric : shown()) {
      String name = metric.name();
      int dot = name.indexOf('.');
      String heading =
          dot < 0 ? Objects.requireNonNull(metric.column()).heading() : name.substring(dot + 1);
      columns.add(new TextTable.Column(dot < 0 ? "" : "stable ms", heading, true));
    }
    columns.add(new TextTable.Column("", "x floor", true));
    columns.add(new TextTable.Column("", "best at", false));
    columns.add(new TextTable.Column("", "strict", false));
    TextTable table = new TextTable(columns);
    runs.forEach(run -> table.add(cells(run)));
    published.forEach(node -> table.add(cells(node)));
    List<String> lines = new ArrayList<>(table.head());
    List<String> rows = table.lines();
    lines.addAll(rows.subList(0, runs.size()));
    if (!published.isEmpty()) {
      lines.add("published, under genuine Maelstrom");
      lines.addAll(rows.subList(runs.size(), rows.size()));
    }
    return lines;
  }

  private static List<Metric> shown() {
    return SHOWN.stream().map(Metrics::named).toList();
  }

  private List<String> cells(RunRecord run) {
    List<String> cells = new ArrayList<>();
    cells.add("  " + labels.of(run));
    for (Metric metric : shown()) {
      BigDecimal value = metric.value().of(run.metrics());
      cells.add(value == null ? Metric.UNKNOWN : text(metric, value));
    }
    cells.add(overFloor(run));
    cells.add(
        List.of(Axis.values()).stream()
            .filter(axis -> isBest(run, axis))
            .map(Axis::label)
            .collect(Collectors.joining(" ")));
    cells.add(Verdict.strict(run.metrics()));
    return cells;
  }

  private static List<String> cells(PublishedNode node) {
    return List.of(
        "  " + node.name() + ": " + node.idea(),
        String.format(Locale.ROOT, "%.2f", node.messagesPerOp()),
        Long.toString(node.stableP50Ms()),
        Metric.UNKNOWN,
        Long.toString(node.stableMaxMs()),
        Metric.UNKNOWN,
        Metric.UNKNOWN,
        "",
        node.underPartition());
  }

  private static String text(Metric metric, BigDecimal value) {
    return metric.unit().isEmpty()
        ? String.format(Locale.ROOT, "%.2f", value)
        : value.toPlainString();
  }

  private static String overFloor(RunRecord run) {
    Measurements.Latency delivery = run.metrics().deliveryLatencyMs();
    RunSettings settings = run.settings();
    if (delivery == null || settings == null || !isSound(run)) {
      return Metric.UNKNOWN;
    }
    double broadcasts = (double) run.metrics().broadcasts() / run.metrics().operations();
    double floor = floor(settings, delivery.max().doubleValue(), broadcasts);
    return String.format(Locale.ROOT, "%.1f", cost(run).doubleValue() / floor);
  }

  /** What the columns of the table mean, a line each. */
  public List<String> legend() {
    TextTable legend =
        new TextTable(
            List.of(new TextTable.Column("", "", false), new TextTable.Column("", "", false)));
    legend.add(List.of("msgs/op", Metrics.named("messages_per_op").definition()));
    legend.add(List.of("stable ms", "Maelstrom's stable latency, from known to missed by no read"));
    legend.add(List.of("busiest", Metrics.named("load_max_over_mean").definition()));
    legend.add(
        List.of(
            "x floor",
            "msgs/op over the least for its slowest delivery D: a message to each node every D less"
                + " a link, or one a broadcast"));
    legend.add(
        List.of(
            "best at", "no other run that lost nothing is cheaper or faster, and none the worse"));
    legend.add(List.of("strict", Verdict.STRICT_DEFINITION));
    return legend.lines();
  }

  /** Which published nodes are beaten, and by what. */
  public List<String> answer() {
    List<String> lines = new ArrayList<>();
    for (PublishedNode node : published) {
      String by =
          beats(node)
              .map(
                  run ->
                      labels.of(run)
                          + String.format(
                              Locale.ROOT,
                              " (%.2f msgs/op, max %d ms)",
                              cost(run),
                              latency(run, Axis.MAX)))
              .orElse("nothing here");
      lines.add(
          String.format(
              Locale.ROOT,
              "%s (%.2f msgs/op, max %d ms) is beaten in both by %s.",
              node.name(),
              node.messagesPerOp(),
              node.stableMaxMs(),
              by));
    }
    return lines;
  }

  /** The cheapest run that loses nothing, is cheaper than a published node and no slower. */
  private Optional<RunRecord> beats(PublishedNode node) {
    return runs.stream()
        .filter(Frontier::isSound)
        .filter(run -> latency(run, Axis.MAX) <= node.stableMaxMs())
        .filter(run -> cost(run).compareTo(node.messagesPerOp()) < 0)
        .min(Comparator.comparing(Frontier::cost));
  }
}
