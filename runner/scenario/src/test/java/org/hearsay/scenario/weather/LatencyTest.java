package org.hearsay.scenario.weather;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hearsay.node.random.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against latencies of another shape than their names promise. */
final class LatencyTest {
  private static final int DRAWS = 50_000;

  private static double[] sorted(Latency latency, int from, int to) {
    return LongStream.range(0, DRAWS)
        .map(i -> latency.micros(1, from, to, SeededRandom.mix(i)))
        .asDoubleStream()
        .sorted()
        .toArray();
  }

  @Test
  void lognormalLatenciesHaveTheirMedianAndItsNinetyNinthPercentile() {
    double[] micros = sorted(new LognormalLatency(50_000, 0.5), 0, 1);
    assertEquals(50_000, micros[DRAWS / 2], 1_000);
    // e^(0.5 * 2.326) medians.
    assertEquals(50_000 * 3.2, micros[DRAWS * 99 / 100], 8_000);
    assertEquals(50_000 / 3.2, micros[DRAWS / 100], 1_000);
  }

  @Test
  void lognormalLatenciesWithoutSpreadAreAllTheMedian() {
    double[] micros = sorted(new LognormalLatency(50_000, 0), 0, 1);
    assertEquals(50_000, micros[0]);
    assertEquals(50_000, micros[DRAWS - 1]);
  }

  /** Distances by any great-circle calculator, to 1 % or what a tenth of a degree is. */
  @ParameterizedTest
  @CsvSource({
    "LONDON, PARIS, 344",
    "TOKYO, ASHBURN, 10900",
    "SYDNEY, LONDON, 16990",
    "SAO_PAULO, JOHANNESBURG, 7440",
    "LOS_ANGELES, LOS_ANGELES, 0"
  })
  void regionsAreAsFarApartAsTheirCities(Region from, Region to, double kilometers) {
    assertEquals(kilometers, from.kilometersTo(to), Math.max(15, kilometers / 100));
    assertEquals(from.kilometersTo(to), to.kilometersTo(from), 1e-6);
  }

  @Test
  void aMessageGoesHalfTheRoundTripTimeOfItsRegionsAndUpToFifteenPercentMore() {
    int london = nodeIn(Region.LONDON);
    int sydney = nodeIn(Region.SYDNEY);
    double least = (4_000 + Region.LONDON.kilometersTo(Region.SYDNEY) * 1_000 / 75) / 2;
    double[] micros = sorted(new GeographicLatency(), london, sydney);
    assertEquals(least, micros[0], 20);
    assertEquals(least * 1.15, micros[DRAWS - 1], 20);
    double[] atHome = sorted(new GeographicLatency(), london, london);
    assertEquals(2_000, atHome[0], 2);
    assertEquals(2_300, atHome[DRAWS - 1], 2);
  }

  @Test
  void theSeedOfTheRunSaysWhereNodesAre() {
    Weather weather = new Weather(1, Conditions.of(new GeographicLatency(), 0));
    int sydney = nodeIn(Region.SYDNEY);
    for (int node = 0; node < 100; node++) {
      double oneWay =
          2_000 + GeographicLatency.region(1, node).kilometersTo(Region.SYDNEY) * 1_000 / 75 / 2;
      long micros = weather.latencyMicros(node, sydney, weather.draw(node, sydney, 5));
      assertTrue(micros >= oneWay - 1 && micros < oneWay * 1.15);
    }
  }

  private static int nodeIn(Region region) {
    return IntStream.range(0, 1_000)
        .filter(node -> GeographicLatency.region(1, node) == region)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void nodesAreSpreadEvenlyOverNineteenRegionsByTheSeed() {
    Map<Region, Integer> counts = new EnumMap<>(Region.class);
    for (int node = 0; node < 19_000; node++) {
      counts.merge(GeographicLatency.region(1, node), 1, Integer::sum);
    }
    assertEquals(19, counts.size());
    assertTrue(counts.values().stream().allMatch(count -> count > 850 && count < 1_150));
    assertTrue(
        IntStream.range(0, 100)
            .anyMatch(
                node -> GeographicLatency.region(1, node) != GeographicLatency.region(2, node)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100ms",
        "1500us",
        "80ms..120ms",
        "uniform:2s",
        "exponential:100ms",
        "lognormal:50ms:0.5",
        "geographic"
      })
  void whatIsWrittenIsReadAsTheSame(String text) {
    Latency latency = LatencyText.parse(text);
    assertEquals(latency, LatencyText.parse(latency.text()));
  }

  @Test
  void aConstantLatencyIsMaelstromsWhereMaelstromCouldDrawIt() {
    assertEquals(
        new Latency.Maelstrom(Latency.Distribution.CONSTANT, 100), LatencyText.parse("100ms"));
    assertEquals(new Latency.Range(1_500, 1_500), LatencyText.parse("1.5ms"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fast",
        "100",
        "-1ms",
        "120ms..80ms",
        "uniform",
        "uniform:1500us",
        "lognormal:50ms",
        "lognormal:50ms:9",
        "geographic:2"
      })
  void whatNoLatencyIsIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> LatencyText.parse(text));
  }
}
