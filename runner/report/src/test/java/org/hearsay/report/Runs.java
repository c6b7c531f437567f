package org.hearsay.report;

import java.math.BigDecimal;
import java.util.Map;
import org.HdrHistogram.Histogram;

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
          "maelstrom");

  private Runs() {}

  static RunRecord of(String strategy) {
    return of(strategy, Map.of(), SETTINGS, measured(10, 500, 0));
  }

  static RunRecord of(
      String strategy, Map<String, String> config, RunSettings settings, Measurements metrics) {
    return new RunRecord(
        RunRecord.SCHEMA,
        "simulation",
        strategy,
        config,
        1,
        "runner/bin/runner simulate --strategy=" + strategy,
        settings,
        metrics,
        "00c0ffee00c0ffee",
        LatencyHistogram.encode(new Histogram(3)));
  }

  static Measurements measured(double messagesPerOp, double p99Millis, long lost) {
    return new Measurements(
        Decimals.measured(messagesPerOp),
        Decimals.measured(2 * messagesPerOp),
        Decimals.measured(1234.5),
        new Measurements.StableLatency(0, 10, 20, 30, 40),
        new Measurements.DeliveryLatency(
            Decimals.measured(100), Decimals.measured(p99Millis), Decimals.measured(1000)),
        Decimals.share(1),
        lost,
        lost,
        24 * lost,
        0,
        0,
        0,
        Decimals.measured(1.25),
        Decimals.measured(4),
        Decimals.measured(1.5),
        1000,
        100,
        50,
        "true",
        lost == 0);
  }
}
