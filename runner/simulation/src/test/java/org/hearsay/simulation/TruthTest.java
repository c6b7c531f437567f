package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.hearsay.scenario.time.VirtualTime;
import org.hearsay.simulation.nodes.SilentNodes;
import org.junit.jupiter.api.Test;

/** Guards against a bound that is told less than the truth, or told it by the dead. */
final class TruthTest {
  private static final int NODES = 4;

  private final SilentNodes nodes = new SilentNodes();
  private final Health health = new Health(new VirtualTime(), NODES);
  private final List<Integer> told = new ArrayList<>();
  private final Truth truth = new Truth(true, NODES, nodes, health, told::add);

  TruthTest() {
    for (int node = 0; node < NODES; node++) {
      health.start(node);
    }
  }

  @Test
  void everybodyWhoIsThereLearnsOfADeath() {
    health.kill(2);
    truth.tellDeaths(List.of(2));
    assertEquals(List.of("0: 2 died", "1: 2 died", "3: 2 died"), nodes.takeLearned());
    assertEquals(List.of(0, 1, 3), told);
  }

  @Test
  void whoDiesAtTheSameMomentLearnsNothing() {
    health.kill(1);
    health.kill(2);
    truth.tellDeaths(List.of(1, 2));
    assertEquals(List.of("0: 1 died", "0: 2 died", "3: 1 died", "3: 2 died"), nodes.takeLearned());
  }

  @Test
  void theOthersLearnOfABirthAndTheNewbornOfTheDead() {
    health.kill(1);
    health.kill(2);
    health.start(2);
    truth.tellBirth(2);
    assertEquals(List.of("0: 2 is back", "2: 1 died", "3: 2 is back"), nodes.takeLearned());
    assertEquals(List.of(0, 2, 3), told);
  }

  @Test
  void whoIsDownWithItsStateLearnsNothingUntilItIsBack() {
    health.crash(1);
    health.kill(2);
    truth.tellDeaths(List.of(2));
    assertEquals(List.of("0: 2 died", "3: 2 died"), nodes.takeLearned());
    health.recover(1);
    truth.tellBirth(1);
    assertEquals(List.of("0: 1 is back", "1: 2 died", "3: 1 is back"), nodes.takeLearned());
  }

  @Test
  void whoDoesNotWantTheTruthIsNotTold() {
    Truth unwanted = new Truth(false, NODES, nodes, health, told::add);
    health.kill(2);
    unwanted.tellDeaths(List.of(2));
    health.start(2);
    unwanted.tellBirth(2);
    assertEquals(List.of(), nodes.takeLearned());
    assertEquals(List.of(), told);
  }
}
