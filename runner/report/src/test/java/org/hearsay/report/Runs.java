package org.hearsay.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Records of runs that never were, for tests. */
final class Runs {
  static final RunSettings SETTINGS =
      new RunSettings(
          25,
          "grid",
          100,
          "constant",
          new BigDecimal("100"),
          new BigDecimal("20"),
          new BigDecimal("10"),
          "none",
          new BigDecimal("10"),
          new BigDecimal("0"),
          "maelstrom",
          null);

  private Runs() {}

  static RunRecord of(String strategy) {
    return of(strategy, Map.of(), SETTINGS, measured(10, 500, 0));
  }

  /** A run in which nodes refused so many broadcasts. */
  static RunRecord refusing(int broadcasts) {
    MaelstromResults calm = maelstrom(10, 0);
    MaelstromResults.Stats stats = calm.stats();
    MaelstromResults results =
        new MaelstromResults(
            calm.valid(),
            new MaelstromResults.Stats(
                stats.count(),
                stats.okCount(),
                broadcasts,
                stats.infoCount(),
                new MaelstromResults.ByF(
                    new MaelstromResults.Counts(50, 50 - broadcasts, broadcasts, 0),
                    stats.byF().read())),
            calm.okFraction(),
            calm.net(),
            calm.workload());
    return new RunRecord(
        "simulation",
        "flood",
        Map.of(),
        1L,
        null,
        SETTINGS,
        Measurements.of(results, new Measurements.Strict(0, 0, 0, 0, 0, 0, true), null, null),
        results);
  }

  static RunRecord of(
      String strategy, Map<String, String> config, RunSettings settings, Measurements metrics) {
    return new RunRecord(
            "simulation",
            strategy,
            config,
            1L,
            "runner/bin/runner simulate --strategy=" + strategy,
            settings,
            metrics,
            maelstrom(14, 0))
        .with("00c0ffee00c0ffee", new Histogram(3), List.of(2L, 4L));
  }

  /** A run with something around the strategy. */
  static RunRecord surrounded(String strategy, String overlay, String detector) {
    Measurements.Membership membership =
        new Measurements.Membership(
            Decimals.measured(0.8),
            Decimals.measured(90),
            5,
            7,
            2,
            1,
            3,
            1,
            new Measurements.FirstVerdict(Decimals.measured(1500), Decimals.measured(2500)),
            new Measurements.Shape(
                Decimals.measured(5),
                Decimals.share(0.001),
                Decimals.measured(6.4),
                Decimals.share(1)));
    return of(strategy, Map.of(), SETTINGS, measured(10, 500, 0).with(membership))
        .within(new RunMembership(overlay, detector, 1));
  }

  /** A run of which its world knows no more than Maelstrom's results. */
  static RunRecord imported(
      String label, @Nullable RunSettings settings, double messagesPerOp, long lost) {
    MaelstromResults results = maelstrom(messagesPerOp, lost);
    return new RunRecord(
        "maelstrom",
        label,
        Map.of(),
        null,
        null,
        settings,
        Measurements.of(results, null, null, null),
        results);
  }

  static Measurements measured(double messagesPerOp, double p99Millis, long lost) {
    return measured(
        messagesPerOp,
        p99Millis,
        lost,
        new Measurements.Strict(lost, 24 * lost, 0, 0, 0, 0, lost == 0));
  }

  static Measurements measured(
      double messagesPerOp, double p99Millis, long lost, Measurements.Strict strict) {
    return Measurements.of(
            maelstrom(messagesPerOp, lost),
            strict,
            new Measurements.Traffic(Decimals.measured(1234.5), Decimals.measured(1.5)),
            new Measurements.Spread(
                new Measurements.Latency(
                    Decimals.measured(100), Decimals.measured(p99Millis), Decimals.measured(1000)),
                Decimals.share(1),
                Decimals.measured(1.25),
                Decimals.measured(4)))
        .with(
            new Measurements.Latency(
                Decimals.measured(1), Decimals.measured(2), Decimals.measured(3)));
  }

  /** A run with no metrics but these, and a slowest delivery after a second. */
  static RunRecord traded(
      String strategy, double messagesPerOp, MaelstromResults.StableLatencies stable, long lost) {
    Measurements usual = measured(messagesPerOp, 500, lost);
    Measurements metrics =
        Measurements.of(
            maelstrom(messagesPerOp, lost, stable),
            new Measurements.Strict(lost, lost, 0, 0, 0, 0, lost == 0),
            null,
            new Measurements.Spread(
                Objects.requireNonNull(usual.deliveryLatencyMs()),
                Decimals.share(1),
                Decimals.measured(0),
                Decimals.measured(1)));
    return of(strategy, Map.of(), SETTINGS, metrics);
  }

  static MaelstromResults maelstrom(double messagesPerOp, long lost) {
    return maelstrom(messagesPerOp, lost, new MaelstromResults.StableLatencies(0, 10, 20, 30, 40));
  }

  private static MaelstromResults maelstrom(
      double messagesPerOp, long lost, MaelstromResults.StableLatencies stable) {
    return new MaelstromResults(
        lost == 0 ? "true" : "false",
        new MaelstromResults.Stats(
            100,
            97,
            2,
            1,
            new MaelstromResults.ByF(
                new MaelstromResults.Counts(50, 49, 0, 1),
                new MaelstromResults.Counts(50, 48, 2, 0))),
        new BigDecimal("0.97"),
        new MaelstromResults.Net(
            new MaelstromResults.Group(1450, 1440, 1450, Decimals.measured(14.5)),
            new MaelstromResults.Group(250, 245, 250, null),
            new MaelstromResults.Group(1200, 1195, 1200, Decimals.measured(messagesPerOp))),
        new MaelstromResults.Workload(50, 50 - lost, lost, 7, 0, 0, stable));
  }
}
