package org.hearsay.cli.drive;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hearsay.cli.run.Job;
import org.hearsay.cli.run.Promise;
import org.hearsay.cli.run.Recorded;
import org.hearsay.cli.run.SimulationSettings;
import org.hearsay.cli.run.Verdicts;
import org.hearsay.node.service.Count;
import org.hearsay.process.Drive;
import org.hearsay.process.DriveOutcome;
import org.hearsay.report.Decimals;
import org.hearsay.report.MaelstromResults;
import org.hearsay.report.Measurements;
import org.hearsay.report.RunRecord;
import org.hearsay.report.RunSettings;
import org.hearsay.scenario.ReplayCommand;
import org.hearsay.scenario.text.ShellWords;
import org.jspecify.annotations.Nullable;

/**
 * A run of processes to be made.
 *
 * @param driven of what
 * @param settings under which conditions
 * @param seed with which random choices
 * @param initTimeout how long a node may take to answer init, in seconds
 */
record DriveJob(Driven driven, RunSettings settings, long seed, BigDecimal initTimeout) {

  /** As patient with nodes as Maelstrom. */
  DriveJob(Driven driven, RunSettings settings, long seed) {
    this(driven, settings, seed, BigDecimal.TEN);
  }

  /** Why it cannot be made, in a sentence; empty if it can. */
  Optional<String> refusal() {
    return Drive.refusal(SimulationSettings.of(settings, seed));
  }

  /**
   * Makes the run.
   *
   * @param logs a folder that gets what nodes write to standard error, or null
   * @param progress hears in a few words how far it is
   */
  DriveOutcome drive(@Nullable Path logs, Consumer<String> progress) throws InterruptedException {
    return drive(logs, null, progress);
  }

  /**
   * Makes the run with nodes that keep their data.
   *
   * @param logs a folder that gets what nodes write to standard error, or null
   * @param data a folder for their folders, or null if they keep none
   * @param progress hears in a few words how far it is
   */
  DriveOutcome drive(@Nullable Path logs, @Nullable Path data, Consumer<String> progress)
      throws InterruptedException {
    return Drive.run(
        new Drive.Nodes(driven.command(), SimulationSettings.seconds(initTimeout), logs, data),
        SimulationSettings.of(settings, seed),
        progress);
  }

  /** The words that make this run again, as far as processes and a clock allow. */
  String command() {
    String command =
        "runner/bin/runner drive "
            + driven.words()
            + " "
            + ReplayCommand.options(SimulationSettings.of(settings, seed))
            + (initTimeout.compareTo(BigDecimal.TEN) == 0
                ? ""
                : " --init-timeout=" + initTimeout.toPlainString());
    return driven.arguments().isEmpty()
        ? command
        : command + " -- " + ShellWords.join(driven.arguments());
  }

  /** What came of the run, as data. */
  RunRecord record(DriveOutcome outcome) {
    MaelstromResults maelstrom = Verdicts.maelstrom(outcome.maelstrom());
    RunRecord record =
        new RunRecord(
            "process",
            driven.name(),
            driven.config(),
            seed,
            command(),
            settings,
            Measurements.of(
                    maelstrom,
                    Verdicts.strict(outcome.strict(), outcome.misbehaving()),
                    traffic(outcome),
                    null)
                .with(Recorded.answers(outcome.served()))
                .with(outcome.counts(), watched(outcome)),
            maelstrom);
    return record.within(driven.membership()).guaranteeing(driven.guarantees());
  }

  /** What nodes of ours count, if they have said so: other programs count nothing. */
  private Set<Count> watched(DriveOutcome outcome) {
    Set<Count> watched = EnumSet.noneOf(Count.class);
    if (!outcome.counts().isEmpty()) {
      watched.addAll(Count.OF_REAL_NODES);
      driven.strategy().ifPresent(ours -> watched.addAll(ours.guarantees().counts()));
    }
    return watched;
  }

  private static Measurements.Traffic traffic(DriveOutcome outcome) {
    int operations = outcome.operations();
    return new Measurements.Traffic(
        Decimals.measured(operations == 0 ? 0 : (double) outcome.serverBytes() / operations),
        Decimals.measured(outcome.loadMaxOverMean()));
  }

  /** What to say if a strategy of this project lost values. */
  Optional<String> remark(DriveOutcome outcome) {
    return outcome.strict().missing().isEmpty()
        ? Optional.empty()
        : driven
            .strategy()
            .map(
                strategy ->
                    strategy.name()
                        + " "
                        + new Promise(new Job(strategy, settings, seed)).remark()
                        + ".");
  }
}
