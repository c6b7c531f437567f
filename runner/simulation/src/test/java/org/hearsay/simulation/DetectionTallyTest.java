package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.HdrHistogram.Histogram;
import org.hearsay.node.membership.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Guards against detectors that are blamed for what they could not know, or praised for nothing.
 */
final class DetectionTallyTest {

  /** The truth as a test has it: all is well unless it says otherwise. */
  private static final class Situation implements DetectionTally.Truth {
    private final BitSet down = new BitSet();
    private final BitSet standing = new BitSet();
    private final Set<List<Integer>> cuts = new HashSet<>();
    private final Set<List<Integer>> outdated = new HashSet<>();

    @Override
    public boolean isHealthy(int node) {
      return !down.get(node) && !standing.get(node);
    }

    @Override
    public boolean isCutOff(int from, int to) {
      return cuts.contains(List.of(from, to));
    }

    @Override
    public boolean isOutdated(int node, int peer) {
      return outdated.contains(List.of(node, peer));
    }
  }

  private static final int DEAD = 5;

  private final Situation truth = new Situation();
  private final DetectionTally tally = new DetectionTally(truth);

  private void die(long micros, int node) {
    truth.down.set(node);
    tally.died(micros, node);
  }

  private void comeBack(int node) {
    truth.down.clear(node);
    tally.cameBack(node);
  }

  private Detection detection() {
    return tally.detection(truth.down::get);
  }

  private static List<Long> micros(Histogram histogram) {
    return histogram.getTotalCount() == 0
        ? List.of()
        : List.of(
            histogram.getTotalCount(), histogram.getMinNonZeroValue(), histogram.getMaxValue());
  }

  private static void assertCounts(
      Detection detection, long verdicts, long wrong, long wrongAtHealthy) {
    assertEquals(
        List.of(verdicts, wrong, wrongAtHealthy),
        List.of(detection.verdicts(), detection.falseVerdicts(), detection.falseAtHealthy()));
  }

  @Test
  void ofEachDeathTheFirstSuspicionAndTheFirstVerdictCount() {
    die(1_000, DEAD);
    tally.judged(1_300, 1, DEAD, Verdict.SUSPECTED);
    tally.judged(1_400, 2, DEAD, Verdict.SUSPECTED);
    tally.judged(2_000, 2, DEAD, Verdict.DOWN);
    tally.judged(2_500, 1, DEAD, Verdict.DOWN);
    assertEquals(List.of(1L, 300L, 300L), micros(detection().suspicionMicros()));
    assertEquals(List.of(1L, 1_000L, 1_000L), micros(detection().verdictMicros()));
    assertCounts(detection(), 2, 0, 0);
    assertEquals(List.of(1L, 0L), List.of(detection().deaths(), detection().missed()));
  }

  @Test
  void aVerdictWithoutASuspicionIsASuspicionToo() {
    die(1_000, DEAD);
    tally.judged(1_700, 1, DEAD, Verdict.DOWN);
    tally.judged(1_800, 2, DEAD, Verdict.SUSPECTED);
    assertEquals(List.of(1L, 700L, 700L), micros(detection().suspicionMicros()));
    assertEquals(List.of(1L, 700L, 700L), micros(detection().verdictMicros()));
  }

  @Test
  void aSuspicionAloneFindsNothing() {
    die(1_000, DEAD);
    tally.judged(1_300, 1, DEAD, Verdict.SUSPECTED);
    assertEquals(List.of(), micros(detection().verdictMicros()));
    assertCounts(detection(), 0, 0, 0);
    assertEquals(1, detection().missed());
  }

  @Test
  void whoTakesTheLivingForDeadIsWrong() {
    tally.judged(1_000, 1, 2, Verdict.DOWN);
    assertCounts(detection(), 1, 1, 1);
    assertEquals(0, detection().deaths());
    assertEquals(List.of(), micros(detection().verdictMicros()));
  }

  @Test
  void aSuspicionAndAChangeOfMindAreNoVerdicts() {
    tally.judged(1_000, 1, 2, Verdict.SUSPECTED);
    tally.judged(1_100, 1, 2, Verdict.UP);
    assertCounts(detection(), 0, 0, 0);
  }

  @Test
  void whoDoesNotReactMayBeTakenForDead() {
    truth.standing.set(2);
    tally.judged(1_000, 1, 2, Verdict.DOWN);
    assertCounts(detection(), 1, 0, 0);
  }

  @Test
  void whoseWordDoesNotGetThroughMayBeTakenForDeadButNotTheOtherWayRound() {
    truth.cuts.add(List.of(2, 1));
    tally.judged(1_000, 1, 2, Verdict.DOWN);
    assertCounts(detection(), 1, 0, 0);
    tally.judged(1_000, 2, 1, Verdict.DOWN);
    assertCounts(detection(), 2, 1, 1);
  }

  @Test
  void aVerdictOnALifeThatIsOverIsNotWrong() {
    truth.outdated.add(List.of(1, 2));
    tally.judged(1_000, 1, 2, Verdict.DOWN);
    assertCounts(detection(), 1, 0, 0);
    tally.judged(1_000, 3, 2, Verdict.DOWN);
    assertCounts(detection(), 2, 1, 1);
  }

  @Test
  void whoIsNotWellItselfIsWrongButNotHealthy() {
    truth.standing.set(1);
    tally.judged(1_000, 1, 2, Verdict.DOWN);
    assertCounts(detection(), 1, 1, 0);
  }

  @Test
  void aDeathThatNobodyFindsIsMissedWhetherTheNodeComesBackOrNot() {
    die(1_000, 3);
    comeBack(3);
    die(2_000, 4);
    die(3_000, DEAD);
    tally.judged(3_500, 1, DEAD, Verdict.DOWN);
    assertEquals(3, detection().deaths());
    assertEquals(2, detection().missed());
    comeBack(4);
    comeBack(DEAD);
    assertEquals(2, detection().missed());
  }

  @Test
  void aVerdictAfterTheReturnFindsNoDeath() {
    die(1_000, DEAD);
    comeBack(DEAD);
    tally.judged(2_000, 1, DEAD, Verdict.DOWN);
    assertEquals(List.of(), micros(detection().verdictMicros()));
    assertCounts(detection(), 1, 1, 1);
    assertEquals(1, detection().missed());
  }

  @Test
  void everyLifeHasItsOwnEnd() {
    die(1_000, DEAD);
    tally.judged(1_200, 1, DEAD, Verdict.DOWN);
    comeBack(DEAD);
    die(5_000, DEAD);
    tally.judged(5_900, 1, DEAD, Verdict.DOWN);
    assertEquals(List.of(2L, 200L, 900L), micros(detection().verdictMicros()));
    assertEquals(List.of(2L, 0L), List.of(detection().deaths(), detection().missed()));
  }
}
