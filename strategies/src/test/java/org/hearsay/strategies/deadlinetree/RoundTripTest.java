package org.hearsay.strategies.deadlinetree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Guards against a link that is believed slower than it is, and against haste. */
final class RoundTripTest {
  private final RoundTrip trip = new RoundTrip();

  @Test
  void linksOfAHundredMillisecondsAreAssumedAtFirst() {
    assertEquals(100_000, trip.linkMicros());
    assertFalse(trip.isKnown());
  }

  @Test
  void theFirstMeasurementReplacesTheAssumption() {
    trip.sample(10_000);
    assertEquals(5_000, trip.linkMicros());
  }

  @Test
  void ofTheFirstFewTheLeastCounts() {
    trip.sample(900_000);
    trip.sample(204_000);
    trip.sample(300_000);
    assertEquals(102_000, trip.linkMicros());
  }

  @Test
  void itIsKnownOnceTheLeastWasMeasuredTwice() {
    trip.sample(900_000);
    trip.sample(230_000);
    assertFalse(trip.isKnown());
    trip.sample(202_000);
    assertFalse(trip.isKnown());
    trip.sample(204_000);
    assertTrue(trip.isKnown());
  }

  @Test
  void aLinkThatIsNeverTheSameIsMeasuredAFewTimes() {
    for (int i = 1; i <= 6; i++) {
      assertFalse(trip.isKnown());
      trip.sample(i * 100_000L);
    }
    assertTrue(trip.isKnown());
  }

  @Test
  void laterOnesAreSmoothed() {
    for (int i = 0; i < 6; i++) {
      trip.sample(200_000);
    }
    trip.sample(280_000);
    assertEquals(105_000, trip.linkMicros());
    for (int i = 0; i < 100; i++) {
      trip.sample(280_000);
    }
    assertTrue(Math.abs(trip.linkMicros() - 140_000) < 1_000, () -> "" + trip.linkMicros());
  }

  @Test
  void patienceIsLongerThanARoundTripAndGrowsWithItsDeviation() {
    for (int i = 0; i < 10; i++) {
      trip.sample(200_000);
    }
    long calm = trip.timeoutMicros();
    assertTrue(calm >= 250_000, () -> Long.toString(calm));
    for (int i = 0; i < 10; i++) {
      trip.sample(i % 2 == 0 ? 50_000 : 350_000);
    }
    assertTrue(trip.timeoutMicros() > 400_000, () -> Long.toString(trip.timeoutMicros()));
  }

  @Test
  void patienceDoublesUntilAnAnswerMeasuresALongLink() {
    trip.unclear();
    trip.unclear();
    assertEquals(4 * 250_000, trip.timeoutMicros());
    trip.sample(800_000);
    assertEquals(400_000, trip.linkMicros());
    assertTrue(trip.timeoutMicros() < 1_300_000, () -> Long.toString(trip.timeoutMicros()));
  }

  @Test
  void whatCannotBeMeasuredIsGivenUp() {
    for (int i = 0; i < 4; i++) {
      assertFalse(trip.isKnown());
      trip.unclear();
    }
    assertTrue(trip.isKnown());
  }

  @Test
  void aKnownLinkIsNotTakenForALongerOneWhenAMessageIsLost() {
    trip.sample(200_000);
    trip.sample(200_000);
    long patience = trip.timeoutMicros();
    trip.unclear();
    assertEquals(patience, trip.timeoutMicros());
  }
}
