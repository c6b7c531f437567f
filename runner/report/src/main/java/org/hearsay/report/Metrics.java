package org.hearsay.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hearsay.node.service.Count;
import org.hearsay.report.Metric.Better;
import org.hearsay.report.Metric.Reading;
import org.jspecify.annotations.Nullable;

/** All numbers that runs are compared by. */
public final class Metrics {
  private static final String DELIVERY = "delivery ms";
  private static final String STABLE = "stable ms";
  private static final String CONTROL = "control";

  /** What is measured from outside: cost, speed, completeness, shape, volume. */
  public static final List<Metric> OBSERVED =
      List.of(
          number(
                  "messages_per_op",
                  Better.LOWER,
                  "messages between nodes per client operation, as Maelstrom counts",
                  1,
                  Measurements::messagesPerOp)
              .in("", "msgs/op", 0),
          number(
              "messages_per_broadcast",
              Better.LOWER,
              "messages between nodes per broadcast",
              1,
              Measurements::messagesPerBroadcast),
          number(
                  "bytes_per_op",
                  Better.LOWER,
                  "bytes between nodes per client operation",
                  1,
                  Measurements::bytesPerOp)
              .of("bytes")
              .in("", "kB/op", 3),
          delivery(
                  "p50",
                  "half of all deliveries took at most this long after the broadcast",
                  l -> l.p50())
              .in(DELIVERY, "p50", 0),
          delivery(
                  "p99",
                  "99 % of all deliveries took at most this long after the broadcast",
                  l -> l.p99())
              .in(DELIVERY, "p99", 0),
          delivery("max", "the slowest delivery took this long", l -> l.max())
              .in(DELIVERY, "max", 0),
          answer("p50", "half", l -> l.p50()),
          answer("p99", "99 %", l -> l.p99()),
          answer("max", "all", l -> l.max()),
          stable("p0", "least", l -> l.p0()),
          stable("p50", "median", l -> l.p50()).in(STABLE, "p50", 0),
          stable("p95", "95th percentile", l -> l.p95()),
          stable("p99", "99th percentile", l -> l.p99()),
          stable("max", "maximum", l -> l.max()).in(STABLE, "max", 0),
          number(
              "reliability",
              Better.HIGHER,
              "deliveries over those due, one to each node but the origin; 1 is all",
              6,
              Measurements::reliability),
          count(
              "lost",
              Better.LOWER,
              "Maelstrom's lost-count: values known to somebody that the very last reads miss",
              Measurements::lost),
          count(
              "missing",
              Better.LOWER,
              "acknowledged values that are missing in some node's final read",
              Measurements::missing),
          count(
                  "unreached",
                  Better.LOWER,
                  "acknowledged values missing in a final read, counted at each node that misses one",
                  Measurements::unreached)
              .in("", "unreached", 0),
          count(
              "forgotten",
              Better.LOWER,
              "acknowledged values that died with the node that had acknowledged them",
              Measurements::forgotten),
          count(
              "duplicated",
              Better.LOWER,
              "values that one read answered more than once",
              Measurements::duplicated),
          count(
              "invented",
              Better.LOWER,
              "values that a read answered before anybody broadcast them",
              Measurements::invented),
          count(
              "misbehaving",
              Better.LOWER,
              "nodes that died, hung, fell silent or answered what is no answer",
              Measurements::misbehaving),
          count(
                  "refused",
                  Better.LOWER,
                  "broadcasts that nodes answered with an error, as 11 at a limit",
                  Measurements::refused)
              .inIfAny("", "refused", 0),
          number(
                  "rmr",
                  Better.LOWER,
                  "redundancy: payloads sent per delivery, less the one needed",
                  2,
                  Measurements::rmr)
              .in("", "redund.", 0),
          number(
              "ldh",
              Better.LOWER,
              "hops that a rumor's last delivery took, averaged over rumors",
              1,
              Measurements::ldh),
          number(
                  "load_max_over_mean",
                  Better.LOWER,
                  "messages at the busiest node over those at the average one",
                  2,
                  Measurements::loadMaxOverMean)
              .in("", "busiest", 0),
          count(
              "server_messages",
              Better.NEITHER,
              "messages between nodes, those that never arrived included",
              Measurements::serverMessages),
          count(
              "operations",
              Better.NEITHER,
              "what clients asked, the final reads included",
              Measurements::operations),
          count(
              "broadcasts",
              Better.NEITHER,
              "operations that were broadcasts",
              Measurements::broadcasts),
          membership(
                  "control_per_node_second",
                  Better.LOWER,
                  "messages of overlay and failure detector alone, a node and second",
                  2,
                  Measurements.Membership::controlPerNodeSecond)
              .in(CONTROL, "msgs/s", 0),
          membership(
                  "control_bytes_per_node_second",
                  Better.LOWER,
                  "bytes of overlay and failure detector, in any message, a node and second",
                  0,
                  Measurements.Membership::controlBytesPerNodeSecond)
              .of("bytes"),
          membershipCount(
              "withheld",
              Better.NEITHER,
              "messages that did not leave, as their receivers were taken for dead",
              Measurements.Membership::withheld),
          membershipCount(
              "verdicts",
              Better.NEITHER,
              "how often a node took another for dead",
              Measurements.Membership::verdicts),
          membershipCount(
                  "false_verdicts",
                  Better.LOWER,
                  "verdicts on nodes that were alive, healthy and not cut off",
                  Measurements.Membership::falseVerdicts)
              .in(CONTROL, "false", 0),
          membershipCount(
              "false_at_healthy",
              Better.LOWER,
              "how many of these verdicts are of nodes that were healthy themselves",
              Measurements.Membership::falseAtHealthy),
          membershipCount(
              "deaths",
              Better.NEITHER,
              "lives of nodes that ended",
              Measurements.Membership::deaths),
          membershipCount(
              "missed",
              Better.LOWER,
              "how many of them nobody found while the node was away",
              Measurements.Membership::missed),
          verdict("mean", "mean", Measurements.FirstVerdict::mean).in(CONTROL, "found ms", 0),
          verdict("max", "most", Measurements.FirstVerdict::max),
          overlay("mean_degree", "neighbors of a node", 2, Measurements.Shape::meanDegree),
          overlay(
              "clustering",
              "how likely two neighbors of a node are linked",
              5,
              Measurements.Shape::clustering),
          overlay("mean_path", "links on the shortest path", 3, Measurements.Shape::meanPath),
          overlay(
              "largest_piece",
              "share of the nodes in the largest connected piece",
              5,
              Measurements.Shape::largestPiece));

  /** What nodes count of themselves. */
  public static final List<Metric> RUNTIME =
      Arrays.stream(Count.values()).map(Metrics::of).toList();

  /** Both. */
  public static final List<Metric> ALL =
      Stream.concat(OBSERVED.stream(), RUNTIME.stream()).toList();

  /**
   * The one with that name.
   *
   * @throws NoSuchElementException if there is none
   */
  static Metric named(String name) {
    return OBSERVED.stream().filter(metric -> metric.name().equals(name)).findFirst().orElseThrow();
  }

  private Metrics() {}

  private static Metric number(
      String name, Better better, String definition, int decimals, Reading value) {
    return new Metric(name, "", better, definition, decimals, value, null);
  }

  private static Metric count(
      String name, Better better, String definition, Function<Measurements, @Nullable Long> value) {
    return number(name, better, definition, 0, run -> decimal(value.apply(run)));
  }

  private static @Nullable BigDecimal decimal(@Nullable Long count) {
    return count == null ? null : BigDecimal.valueOf(count);
  }

  private static Metric membership(
      String name,
      Better better,
      String definition,
      int decimals,
      Function<Measurements.Membership, @Nullable BigDecimal> value) {
    return number(
        "membership." + name,
        better,
        definition,
        decimals,
        run -> run.membership() == null ? null : value.apply(run.membership()));
  }

  private static Metric membershipCount(
      String name,
      Better better,
      String definition,
      Function<Measurements.Membership, Long> value) {
    return membership(name, better, definition, 0, run -> decimal(value.apply(run)));
  }

  private static Metric of(Count count) {
    return number(
        "runtime." + count.text(),
        Better.NEITHER,
        count.isLevel() ? count.meaning() + ": the most at any node" : count.meaning(),
        0,
        run -> run.runtime() == null ? null : decimal(run.runtime().get(count.text())));
  }

  private static Metric verdict(
      String statistic, String phrase, Function<Measurements.FirstVerdict, BigDecimal> value) {
    return membership(
            "first_verdict_ms." + statistic,
            Better.LOWER,
            "from a death to the first verdict on it: " + phrase,
            0,
            run -> run.firstVerdictMs() == null ? null : value.apply(run.firstVerdictMs()))
        .of("ms");
  }

  private static Metric overlay(
      String name, String phrase, int decimals, Function<Measurements.Shape, BigDecimal> value) {
    return membership(
        "overlay." + name,
        Better.NEITHER,
        "the overlay at the end: " + phrase,
        decimals,
        run -> run.overlay() == null ? null : value.apply(run.overlay()));
  }

  private static Metric delivery(
      String quantile, String phrase, Function<Measurements.Latency, BigDecimal> value) {
    return number(
            "delivery_latency_ms." + quantile,
            Better.LOWER,
            phrase,
            0,
            run -> run.deliveryLatencyMs() == null ? null : value.apply(run.deliveryLatencyMs()))
        .of("ms");
  }

  private static Metric answer(
      String quantile, String share, Function<Measurements.Latency, BigDecimal> value) {
    return number(
            "answer_latency_ms." + quantile,
            Better.LOWER,
            share + " of the accepted broadcasts were acknowledged within this",
            0,
            run -> run.answerLatencyMs() == null ? null : value.apply(run.answerLatencyMs()))
        .of("ms");
  }

  private static Metric stable(
      String quantile, String phrase, Function<Measurements.StableLatency, Long> value) {
    return count(
            "stable_latency_ms." + quantile,
            Better.LOWER,
            "Maelstrom's stable latency, from known to missed by no read: " + phrase,
            run -> run.stableLatencyMs() == null ? null : value.apply(run.stableLatencyMs()))
        .of("ms");
  }
}
