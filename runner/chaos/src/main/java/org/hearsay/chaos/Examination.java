package org.hearsay.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.chaos.check.Census;
import org.hearsay.chaos.check.Complaint;
import org.hearsay.chaos.check.Law;
import org.hearsay.chaos.check.Laws;
import org.hearsay.chaos.check.OrderChecker;
import org.hearsay.chaos.check.Upkeep;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.RunObserver;
import org.hearsay.simulation.Simulation;
import org.hearsay.simulation.StrategyFailedException;
import org.hearsay.simulation.WorldKind;

/**
 * What is wrong with a run.
 *
 * @param complaints the laws it broke
 * @param virtualMicros how long it took, in its own time
 */
public record Examination(List<Complaint> complaints, long virtualMicros) {

  /** Ten times what a link can be meant to carry at once. */
  private static final int MOST_UNDER_WAY = 10_000;

  /** Makes a run in the faithful world, and judges it. */
  public static Examination of(Trial trial, RunObserver... observers) {
    Census census = census(trial);
    OrderChecker order = new OrderChecker(trial.strategy().guarantees().order());
    RunObserver[] all =
        Stream.concat(Stream.of(census, order), Arrays.stream(observers))
            .toArray(RunObserver[]::new);
    try {
      Outcome outcome =
          Simulation.run(WorldKind.FAITHFUL, trial.strategy(), trial.settings(), census, all);
      return new Examination(
          Laws.judge(trial.strategy(), outcome, census, order), outcome.endMicros());
    } catch (StrategyFailedException e) {
      return new Examination(List.of(complaint(e)), 0);
    }
  }

  private static Census census(Trial trial) {
    return new Census(
        MOST_UNDER_WAY,
        Upkeep.of(trial.strategy().membership(), trial.settings().cluster().nodeCount()));
  }

  private static Complaint complaint(StrategyFailedException failure) {
    Law law =
        failure.getCause() instanceof Census.OverflowException
            ? Law.BOUNDED_QUEUES
            : Law.NO_FAILURE;
    return new Complaint(law, String.valueOf(failure.getMessage()));
  }

  /** Makes a run in both worlds, and compares what they deliver. */
  public static Examination ofBothWorlds(Trial trial) {
    try {
      Outcome faithful = run(WorldKind.FAITHFUL, trial);
      boolean same = faithful.deliveryHash() == run(WorldKind.SCALE, trial).deliveryHash();
      return new Examination(
          same
              ? List.of()
              : List.of(
                  new Complaint(Law.SAME_IN_BOTH_WORLDS, "other deliveries with --world=scale")),
          2 * faithful.endMicros());
    } catch (StrategyFailedException e) {
      return new Examination(List.of(complaint(e)), 0);
    }
  }

  private static Outcome run(WorldKind world, Trial trial) {
    Census census = census(trial);
    return Simulation.run(world, trial.strategy(), trial.settings(), census, census);
  }

  /** Whether a law was broken. */
  public boolean breaks(Law law) {
    return complaints.stream().anyMatch(complaint -> complaint.law() == law);
  }
}
