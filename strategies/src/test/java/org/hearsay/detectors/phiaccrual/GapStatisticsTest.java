package org.hearsay.detectors.phiaccrual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Guards against running sums that drift from what they sum up, against gaps that are remembered
 * for too long, and against patience without end or none at all.
 */
final class GapStatisticsTest {
  private static final double DEVIATIONS = 5;

  private static GapStatistics statistics(int window, double leastMicros) {
    return new GapStatistics(DEVIATIONS, window, leastMicros, 1_000_000);
  }

  private static void fill(GapStatistics gaps, int count, long micros) {
    for (int i = 0; i < count; i++) {
      gaps.add(micros);
    }
  }

  @Test
  void theFirstGuessIsTheIntervalGiveOrTakeAQuarter() {
    assertEquals(1_000_000 + 5 * 250_000, statistics(200, 1).patienceMicros());
  }

  @Test
  void patienceIsSoManyDeviationsAboveTheMean() {
    GapStatistics gaps = statistics(4, 1);
    gaps.add(100_000);
    gaps.add(300_000);
    gaps.add(100_000);
    gaps.add(300_000);
    assertEquals(200_000 + 5 * 100_000, gaps.patienceMicros());
  }

  @Test
  void patienceMeasuresDeviationsFromTheMeanOfAllRememberedGaps() {
    GapStatistics gaps = statistics(8, 1);
    // They have a mean of 5 and a standard deviation of 2.
    for (long second : new long[] {2, 4, 4, 4, 5, 5, 7, 9}) {
      gaps.add(second * 1_000_000);
    }
    assertEquals(5_000_000 + 5 * 2_000_000, gaps.patienceMicros());
  }

  @Test
  void theGuessCountsUntilTheWindowIsFull() {
    GapStatistics gaps = statistics(3, 1);
    gaps.add(1_000_000);
    double deviation = Math.sqrt(2 * 250_000.0 * 250_000.0 / 3);
    assertEquals(1_000_000 + 5 * deviation, (double) gaps.patienceMicros(), 1);
    gaps.add(1_000_000);
    gaps.add(1_000_000);
    assertEquals(1_000_005, gaps.patienceMicros());
  }

  @Test
  void gapsThatAreTooEvenHaveTheLeastDeviation() {
    GapStatistics gaps = statistics(10, 200_000);
    fill(gaps, 10, 1_000_000);
    assertEquals(1_000_000 + 5 * 200_000, gaps.patienceMicros());
  }

  @Test
  void theMoreIrregularThePeerTheLongerItMayBeSilent() {
    GapStatistics even = statistics(10, 1);
    GapStatistics uneven = statistics(10, 1);
    for (int i = 0; i < 5; i++) {
      even.add(900_000);
      even.add(1_100_000);
      uneven.add(500_000);
      uneven.add(1_500_000);
    }
    assertEquals(1_500_000, even.patienceMicros());
    assertEquals(3_500_000, uneven.patienceMicros());
  }

  @Test
  void aGapIsForgottenWhenTheWindowHasPassed() {
    GapStatistics gaps = statistics(10, 1);
    gaps.add(30_000_000);
    fill(gaps, 9, 1_000_000);
    assertTrue(gaps.patienceMicros() > 10_000_000);
    gaps.add(1_000_000);
    assertEquals(1_000_005, gaps.patienceMicros());
  }

  @Test
  void noGapCountsForMoreThanAMinute() {
    GapStatistics gaps = statistics(2, 1);
    fill(gaps, 2, Long.MAX_VALUE / 2);
    assertEquals(60_000_005, gaps.patienceMicros());
  }

  @Test
  void theSumsOfTheLongestWindowOfTheLongestGapsAreExact() {
    GapStatistics gaps = statistics(GapStatistics.MOST, 1);
    fill(gaps, GapStatistics.MOST, 60_000_000);
    assertEquals(60_000_005, gaps.patienceMicros());
    for (int i = 0; i < GapStatistics.MOST / 2; i++) {
      gaps.add(0);
      gaps.add(60_000_000);
    }
    assertEquals(30_000_000 + 5 * 30_000_000, gaps.patienceMicros());
  }

  @Test
  void runningSumsAreThoseOfTheWindow() {
    Random random = new Random(1);
    GapStatistics gaps = statistics(37, 1);
    Deque<Long> window = new ArrayDeque<>();
    for (int i = 0; i < 1_000; i++) {
      long gap = random.nextInt(3_000_000);
      gaps.add(gap);
      window.add(gap);
      if (window.size() > 37) {
        window.remove();
        double mean = window.stream().mapToLong(Long::longValue).average().orElseThrow();
        double variance =
            window.stream().mapToDouble(g -> (g - mean) * (g - mean)).average().orElseThrow();
        assertEquals(mean + DEVIATIONS * Math.sqrt(variance), (double) gaps.patienceMicros(), 2);
      }
    }
  }
}
