package org.hearsay.detectors.swim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Guards against suspicions that shrink when nobody confirms them, or by another law than
 * Lifeguard's.
 */
final class SuspicionTest {
  private static final long START_MICROS = 1_000;
  private static final long LEAST_MICROS = 5_000_000;
  private static final long MOST_MICROS = 30_000_000;

  private static Suspicion suspicion(int wantedConfirmations) {
    return new Suspicion(1, START_MICROS, LEAST_MICROS, MOST_MICROS, wantedConfirmations);
  }

  private static long durationMicros(Suspicion suspicion) {
    return suspicion.deadlineMicros() - START_MICROS;
  }

  @Test
  void withoutConfirmationItLastsAsLongAsCanBe() {
    assertEquals(MOST_MICROS, durationMicros(suspicion(3)));
  }

  /** The paper's formula, {@code max - (max - min) log(c + 1) / log(k + 1)}, rounded down. */
  @ParameterizedTest
  @CsvSource({
    "3, 1, 17500000",
    "3, 2, 10187968",
    "3, 3, 5000000",
    "2, 1, 14226756",
    "2, 2, 5000000",
    "1, 1, 5000000"
  })
  void eachConfirmationShortensItByTheLogarithm(int wanted, int confirmations, long micros) {
    Suspicion suspicion = suspicion(wanted);
    for (int i = 0; i < confirmations; i++) {
      assertTrue(suspicion.confirm(10 + i));
    }
    assertEquals(micros, durationMicros(suspicion));
  }

  @Test
  void aMemberConfirmsOnce() {
    Suspicion suspicion = suspicion(3);
    assertFalse(suspicion.confirm(1), "it began it");
    assertTrue(suspicion.confirm(2));
    assertFalse(suspicion.confirm(2));
    assertEquals(17_500_000, durationMicros(suspicion));
  }

  @Test
  void moreConfirmationsThanWantedAreNoNews() {
    Suspicion suspicion = suspicion(2);
    assertTrue(suspicion.confirm(2));
    assertTrue(suspicion.confirm(3));
    assertFalse(suspicion.confirm(4));
    assertEquals(LEAST_MICROS, durationMicros(suspicion));
  }

  @Test
  void whereNobodyCanConfirmItLastsTheLeast() {
    Suspicion suspicion = suspicion(0);
    assertEquals(LEAST_MICROS, durationMicros(suspicion));
    assertFalse(suspicion.confirm(2));
    assertEquals(LEAST_MICROS, durationMicros(suspicion));
  }
}
