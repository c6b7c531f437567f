package org.hearsay.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.report.Decimals;
import org.hearsay.report.LatencyHistogram;
import org.hearsay.report.Measurements;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.hearsay.scenario.ReplayCommand;
import org.hearsay.scenario.check.SetFull;
import org.hearsay.scenario.check.StrictVerdict;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Simulation;

/**
 * A run to be made.
 *
 * @param strategy of what
 * @param settings under which conditions
 * @param seed with which random choices
 */
record Job(ConfiguredStrategy<?, ?> strategy, RunSettings settings, long seed) {

  /** Makes the run. */
  Outcome simulate(RunObserver... observers) {
    return Simulation.run(strategy, RunOptions.simulated(settings, seed), observers);
  }

  /** The value of each of the strategy's options. */
  Map<String, String> config() {
    Map<String, String> config = new LinkedHashMap<>();
    strategy.options().forEach(option -> config.put(option.key(), option.value()));
    return config;
  }

  /** The words that make exactly this run again. */
  String command() {
    return ReplayCommand.of(strategy.spec(), RunOptions.simulated(settings, seed));
  }

  /** What came of the run, as data. */
  RunRecord record(Outcome outcome) {
    return new RunRecord(
        RunRecord.SCHEMA,
        "simulation",
        strategy.name(),
        config(),
        seed,
        command(),
        settings,
        measurements(outcome),
        String.format(Locale.ROOT, "%016x", outcome.traceHash()),
        LatencyHistogram.encode(outcome.spread().latencyMicros()));
  }

  private static Measurements measurements(Outcome outcome) {
    StrictVerdict strict = outcome.strict();
    return new Measurements(
        Decimals.measured(outcome.messagesPerOperation()),
        Decimals.measured(outcome.messagesPerBroadcast()),
        Decimals.measured(outcome.bytesPerOperation()),
        stableLatency(outcome.maelstrom().workload()),
        deliveryLatency(outcome.spread().latencyMicros()),
        Decimals.share(outcome.spread().reliability()),
        outcome.maelstrom().workload().lostCount(),
        strict.missing().size(),
        strict.missingPairs(),
        strict.forgotten().size(),
        strict.duplicated().size(),
        strict.invented().size(),
        Decimals.measured(outcome.redundancy()),
        Decimals.measured(outcome.spread().meanLastHop()),
        Decimals.measured(outcome.traffic().loadMaxOverMean()),
        outcome.traffic().messages(),
        outcome.operations(),
        outcome.broadcasts(),
        switch (outcome.maelstrom().validity()) {
          case VALID -> "true";
          case UNKNOWN -> "unknown";
          case INVALID -> "false";
          case ERROR -> "error";
        },
        strict.valid());
  }

  private static Measurements.StableLatency stableLatency(SetFull verdict) {
    return new Measurements.StableLatency(
        verdict.stableLatencyMillis(0),
        verdict.stableLatencyMillis(0.5),
        verdict.stableLatencyMillis(0.95),
        verdict.stableLatencyMillis(0.99),
        verdict.stableLatencyMillis(1));
  }

  private static Measurements.DeliveryLatency deliveryLatency(Histogram micros) {
    return new Measurements.DeliveryLatency(
        LatencyHistogram.millis(micros, 50),
        LatencyHistogram.millis(micros, 99),
        LatencyHistogram.millis(micros, 100));
  }
}
