package org.hearsay.strategies;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.Settings.Faults.Nemesis;
import org.hearsay.simulation.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards against faults that only a cluster of the challenge's size and load brings out: 25 nodes
 * on a grid, 100 operations a second for 20 seconds, links of 100 ms that lose messages, and
 * partitions.
 */
final class ChallengeTest {
  private static final int SEEDS = 3;

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  private static Outcome run(String strategy, long seed) {
    Settings settings = Settings.challenge(seed).withLoss(0.02).with(Nemesis.PARTITION);
    return Installed.run(strategy, settings);
  }

  @ParameterizedTest
  @ValueSource(strings = {"delta-ack", "push-pull", "spanning-tree", "deadline-tree"})
  void whoPromisesItLosesNothing(String strategy) {
    seeds()
        .mapToObj(seed -> run(strategy, seed))
        .forEach(outcome -> assertTrue(outcome.strict().valid(), () -> Installed.account(outcome)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flood", "fanout"})
  void whoDoesNotPromiseItLosesSomething(String strategy) {
    assertFalse(seeds().allMatch(seed -> run(strategy, seed).strict().missing().isEmpty()));
  }
}
