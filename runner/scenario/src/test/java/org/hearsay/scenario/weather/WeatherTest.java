package org.hearsay.scenario.weather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.scenario.weather.Latency.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Guards against weather that depends on anything but the seed, the link and the message number.
 */
final class WeatherTest {
  private static final int MESSAGES = 20_000;

  private static Weather weather(long seed, Distribution distribution, double loss) {
    return new Weather(seed, new Latency(distribution, 100), loss);
  }

  private static List<Weather.Fate> fates(Weather weather, int from, int to) {
    return IntStream.range(0, MESSAGES).mapToObj(i -> weather.next(from, to)).toList();
  }

  @Test
  void oneMessageMoreOnALinkChangesNothingOnAnother() {
    Weather calm = weather(1, Distribution.EXPONENTIAL, 0.1);
    Weather busy = weather(1, Distribution.EXPONENTIAL, 0.1);
    fates(busy, 1, 0);
    fates(busy, 0, 2);
    assertEquals(fates(calm, 0, 1), fates(busy, 0, 1));
  }

  @Test
  void linksAndSeedsHaveWeatherOfTheirOwn() {
    List<Weather.Fate> fates = fates(weather(1, Distribution.UNIFORM, 0.5), 0, 1);
    assertTrue(!fates.equals(fates(weather(1, Distribution.UNIFORM, 0.5), 1, 0)));
    assertTrue(!fates.equals(fates(weather(2, Distribution.UNIFORM, 0.5), 0, 1)));
  }

  @Test
  void asManyMessagesAreLostAsAsked() {
    long lost =
        fates(weather(3, Distribution.CONSTANT, 0.02), 0, 1).stream()
            .filter(Weather.Fate::lost)
            .count();
    assertEquals(0.02, lost / (double) MESSAGES, 0.004);
    assertTrue(
        fates(weather(3, Distribution.CONSTANT, 0), 0, 1).stream().noneMatch(Weather.Fate::lost));
    assertTrue(
        fates(weather(3, Distribution.CONSTANT, 1), 0, 1).stream().allMatch(Weather.Fate::lost));
  }

  @ParameterizedTest
  @EnumSource
  void everyDistributionHasItsMeanInWholeMilliseconds(Distribution distribution) {
    List<Weather.Fate> fates = fates(weather(4, distribution, 0), 0, 1);
    double mean = fates.stream().mapToLong(Weather.Fate::latencyMicros).average().orElseThrow();
    // Whole milliseconds cut half of one off the two that vary.
    assertEquals(distribution == Distribution.CONSTANT ? 100_000 : 99_500, mean, 2_000);
    assertTrue(fates.stream().allMatch(fate -> fate.latencyMicros() % 1000 == 0));
  }

  @Test
  void uniformLatencyStaysBelowTwiceTheMean() {
    List<Weather.Fate> fates = fates(weather(5, Distribution.UNIFORM, 0), 0, 1);
    assertEquals(0, fates.stream().mapToLong(Weather.Fate::latencyMicros).min().orElseThrow());
    assertEquals(
        199_000, fates.stream().mapToLong(Weather.Fate::latencyMicros).max().orElseThrow());
  }

  @Test
  void aNegativeLatencyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Latency(Distribution.CONSTANT, -1));
  }
}
