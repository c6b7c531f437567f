package org.hearsay.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Guards against latencies that come out as 1100.287 ms because of how a histogram counts. */
final class LatencyHistogramTest {
  private static Histogram of(long... micros) {
    Histogram histogram = new Histogram(3_600_000_000L, 3);
    for (long value : micros) {
      histogram.recordValue(value);
    }
    return histogram;
  }

  @Test
  void aRoundLatencyComesOutAsItWentIn() {
    for (int millis : new int[] {1, 7, 100, 800, 900, 1100, 1105, 7300, 25_000, 3_600_000}) {
      assertEquals(
          Decimals.measured(millis), LatencyHistogram.millis(of(millis * 1000L), 100), "" + millis);
    }
  }

  @Test
  void anyLatencyComesOutWithinATenthOfAPercent() {
    for (long micros = 1; micros < 3_000_000_000L; micros = micros * 3 / 2 + 1) {
      double millis = LatencyHistogram.millis(of(micros), 50).doubleValue();
      assertEquals(micros / 1e3, millis, micros / 1e3 * 0.001, micros + " us");
    }
  }

  @Test
  void percentilesAreThoseOfTheValues() {
    Histogram histogram = of(100_000, 200_000, 300_000, 400_000);
    assertEquals("200.0", LatencyHistogram.millis(histogram, 50).toPlainString());
    assertEquals("400.0", LatencyHistogram.millis(histogram, 99).toPlainString());
  }

  @Test
  void withoutValuesAndWithoutDelayTheLatencyIsZero() {
    assertEquals("0.0", LatencyHistogram.millis(of(), 99).toPlainString());
    assertEquals("0.0", LatencyHistogram.millis(of(0), 99).toPlainString());
  }

  @Test
  void theTextIsReadBack() {
    Histogram histogram = of(0, 100_000, 100_000, 7_300_000);
    assertEquals(histogram, LatencyHistogram.decode(LatencyHistogram.encode(histogram)));
    assertThrows(IllegalArgumentException.class, () -> LatencyHistogram.decode("AAAA"));
  }
}
