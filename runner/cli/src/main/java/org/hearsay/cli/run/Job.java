package org.hearsay.cli.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearsay.cli.console.Words;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.hearsay.report.Decimals;
import org.hearsay.report.Details;
import org.hearsay.report.MaelstromResults;
import org.hearsay.report.Measurements;
import org.hearsay.report.RunMembership;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.hearsay.scenario.ReplayCommand;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.Watch;
import org.hearsay.simulation.WorldKind;
import org.jspecify.annotations.Nullable;

/**
 * A run to be made.
 *
 * @param strategy of what
 * @param settings under which conditions
 * @param seed with which random choices
 */
public record Job(ConfiguredStrategy<?, ?> strategy, RunSettings settings, long seed) {

  /** Makes the run. */
  public Outcome simulate(RunObserver... observers) {
    return simulate(Watch.NONE, observers);
  }

  /** Makes the run before somebody's eyes. */
  public Outcome simulate(Watch watch, RunObserver... observers) {
    return Simulation.run(
        world(), strategy, SimulationSettings.of(settings, seed), watch, observers);
  }

  /** How closely the run follows real nodes. */
  public WorldKind world() {
    String world = settings.orUsual().world();
    return world == null ? WorldKind.FAITHFUL : Words.parse("--world", WorldKind.class, world);
  }

  /** The value of each of the strategy's options. */
  public Map<String, String> config() {
    Map<String, String> config = new LinkedHashMap<>();
    strategy.options().forEach(option -> config.put(option.key(), option.value()));
    return config;
  }

  /** What is around the strategy; null if there is nothing. */
  public @Nullable RunMembership membership() {
    return Recorded.membership(strategy.membership());
  }

  /** What the runtime guarantees; null if nothing. */
  public @Nullable Map<String, String> guarantees() {
    return Recorded.guarantees(strategy.guarantees());
  }

  /** What decides the run, a line each, with a seed or several. */
  public List<String> inputs(String seed) {
    return Details.inputs(strategy.name(), config(), membership(), guarantees(), settings, seed);
  }

  /** The words that make exactly this run again. */
  public String command() {
    String command = ReplayCommand.of(strategy, SimulationSettings.of(settings, seed));
    String world = settings.orUsual().world();
    return world == null ? command : command + " --world=" + world;
  }

  /** What came of the run, as data. */
  public RunRecord record(Outcome outcome) {
    return record(outcome, true);
  }

  /** What was measured of a run that did not come to its end: nothing to judge or to repeat. */
  public RunRecord partialRecord(Outcome outcome) {
    return record(outcome, false);
  }

  private RunRecord record(Outcome outcome, boolean ended) {
    MaelstromResults maelstrom = Verdicts.maelstrom(outcome.maelstrom());
    return new RunRecord(
            "simulation",
            strategy.name(),
            config(),
            seed,
            ended ? command() : null,
            settings,
            Measurements.of(
                    maelstrom,
                    ended ? Verdicts.strict(outcome.strict(), 0) : null,
                    traffic(outcome),
                    spread(outcome))
                .with(Recorded.answers(outcome.served()))
                .with(Recorded.membership(outcome))
                .with(outcome.counts().together(), strategy.guarantees().counts()),
            maelstrom)
        .within(membership())
        .guaranteeing(guarantees())
        .with(
            ended ? String.format(Locale.ROOT, "%016x", outcome.traceHash()) : null,
            outcome.spread().latencyMicros(),
            outcome.traffic().load());
  }

  private static Measurements.Traffic traffic(Outcome outcome) {
    boolean encoded = outcome.traffic().bytes() > 0 || outcome.traffic().messages() == 0;
    return new Measurements.Traffic(
        encoded ? Decimals.measured(outcome.bytesPerOperation()) : null,
        Decimals.measured(outcome.traffic().loadMaxOverMean()));
  }

  private static Measurements.Spread spread(Outcome outcome) {
    return new Measurements.Spread(
        Recorded.latency(outcome.spread().latencyMicros()),
        Decimals.share(outcome.spread().reliability()),
        Decimals.measured(outcome.redundancy()),
        Decimals.measured(outcome.spread().meanLastHop()));
  }
}
