package org.hearsay.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.chaos.check.Complaint;
import org.hearsay.chaos.draw.TrialDrawing;
import org.hearsay.node.plugin.ConfiguredStrategy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Known mistakes are found, and made small; the same strategies without them are not blamed. */
class PlantedBugsTest {
  private static final int SEEDS = 1_000;
  private static final int INNOCENT_SEEDS = 60;

  static Stream<StrategyDescriptor<?, ?>> mistaken() {
    return Stream.of(
        Acknowledging.descriptor(true),
        Comparing.descriptor(Comparing.Mistake.DIGEST_OFF_BY_ONE),
        Comparing.descriptor(Comparing.Mistake.TIMER_FORGOTTEN_AFTER_RESTART));
  }

  @ParameterizedTest
  @MethodSource("mistaken")
  void aPlantedBugIsFoundAndShrunk(StrategyDescriptor<?, ?> strategy) {
    TrialDrawing drawing = drawing(strategy);
    long seed =
        LongStream.rangeClosed(1, SEEDS)
            .filter(each -> !complaints(drawing, each).isEmpty())
            .findFirst()
            .orElseThrow(() -> new AssertionError("Not found within " + SEEDS + " seeds"));
    Complaint first = complaints(drawing, seed).get(0);
    Postmortem found = Postmortem.of(drawing.draw(seed), first.law(), 100);
    String what = seed + ": " + found;
    assertTrue(found.nodes() <= 5, what);
    assertFalse(found.smallest().settings().load().plan().isEmpty(), what);
    assertTrue(found.events() <= 20, what);
    assertEquals(first.law(), found.complaint().law());
    assertEquals(found.trace(), Postmortem.of(found.smallest(), first.law(), 100).trace(), what);
  }

  static Stream<StrategyDescriptor<?, ?>> sound() {
    return Stream.of(Acknowledging.descriptor(false), Comparing.descriptor(Comparing.Mistake.NONE));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void theSameWithoutTheBugIsNotBlamed(StrategyDescriptor<?, ?> strategy)
      throws InterruptedException {
    Campaign campaign = new Campaign(drawing(strategy), 1, INNOCENT_SEEDS);
    campaign.run(() -> true);
    assertEquals(Map.of(), campaign.failures());
    assertEquals(INNOCENT_SEEDS, campaign.runs());
  }

  private static List<Complaint> complaints(TrialDrawing drawing, long seed) {
    return Examination.of(drawing.draw(seed)).complaints();
  }

  private static TrialDrawing drawing(StrategyDescriptor<?, ?> strategy) {
    return new TrialDrawing(List.of(ConfiguredStrategy.withDefaults(strategy)));
  }
}
