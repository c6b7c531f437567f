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

/** Guards against weather that depends on anything but the seed, the link and the occasion. */
final class WeatherTest {
  private static final int MESSAGES = 20_000;

  private static Weather weather(long seed, Distribution distribution, double loss) {
    return new Weather(seed, Conditions.of(new Latency.Maelstrom(distribution, 100), loss));
  }

  private record Fate(long latencyMicros, boolean lost) {}

  private static List<Fate> fates(Weather weather, int from, int to) {
    return IntStream.range(0, MESSAGES)
        .mapToLong(occasion -> weather.draw(from, to, occasion))
        .mapToObj(draw -> new Fate(weather.latencyMicros(from, to, draw), weather.loses(draw)))
        .toList();
  }

  @Test
  void theFateOfAMessageHangsOnNoOther() {
    Weather calm = weather(1, Distribution.EXPONENTIAL, 0.1);
    Weather busy = weather(1, Distribution.EXPONENTIAL, 0.1);
    fates(busy, 1, 0);
    fates(busy, 0, 1);
    assertEquals(fates(calm, 0, 1), fates(busy, 0, 1));
  }

  @Test
  void lossAndLatencyHaveNothingToDoWithEachOther() {
    List<Fate> fates = fates(weather(6, Distribution.UNIFORM, 0.5), 0, 1);
    double lost =
        fates.stream().filter(Fate::lost).mapToLong(Fate::latencyMicros).average().orElseThrow();
    double rest =
        fates.stream()
            .filter(fate -> !fate.lost())
            .mapToLong(Fate::latencyMicros)
            .average()
            .orElseThrow();
    assertEquals(rest, lost, 3_000);
  }

  @Test
  void linksAndSeedsHaveWeatherOfTheirOwn() {
    List<Fate> fates = fates(weather(1, Distribution.UNIFORM, 0.5), 0, 1);
    assertTrue(!fates.equals(fates(weather(1, Distribution.UNIFORM, 0.5), 1, 0)));
    assertTrue(!fates.equals(fates(weather(2, Distribution.UNIFORM, 0.5), 0, 1)));
  }

  @Test
  void asManyMessagesAreLostAsAsked() {
    long lost =
        fates(weather(3, Distribution.CONSTANT, 0.02), 0, 1).stream().filter(Fate::lost).count();
    assertEquals(0.02, lost / (double) MESSAGES, 0.004);
    assertTrue(fates(weather(3, Distribution.CONSTANT, 0), 0, 1).stream().noneMatch(Fate::lost));
    assertTrue(fates(weather(3, Distribution.CONSTANT, 1), 0, 1).stream().allMatch(Fate::lost));
  }

  @ParameterizedTest
  @EnumSource
  void everyDistributionHasItsMeanInWholeMilliseconds(Distribution distribution) {
    List<Fate> fates = fates(weather(4, distribution, 0), 0, 1);
    double mean = fates.stream().mapToLong(Fate::latencyMicros).average().orElseThrow();
    // Whole milliseconds cut half of one off the two that vary.
    assertEquals(distribution == Distribution.CONSTANT ? 100_000 : 99_500, mean, 2_000);
    assertTrue(fates.stream().allMatch(fate -> fate.latencyMicros() % 1000 == 0));
  }

  @Test
  void uniformLatencyStaysBelowTwiceTheMean() {
    List<Fate> fates = fates(weather(5, Distribution.UNIFORM, 0), 0, 1);
    assertEquals(0, fates.stream().mapToLong(Fate::latencyMicros).min().orElseThrow());
    assertEquals(199_000, fates.stream().mapToLong(Fate::latencyMicros).max().orElseThrow());
  }

  @Test
  void aNegativeLatencyIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new Latency.Maelstrom(Distribution.CONSTANT, -1));
  }
}
