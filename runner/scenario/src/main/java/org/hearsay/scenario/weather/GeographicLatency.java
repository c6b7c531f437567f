package org.hearsay.scenario.weather;

import java.util.Arrays;
import org.hearsay.node.random.SeededRandom;

/**
 * Nodes all over the world: each is in one of nineteen regions, by a hash, and a round trip takes 4
 * ms and 1 ms for each 75 km, times a factor uniform in [1.0, 1.15). That is how the simulator of
 * <a href="https://github.com/superfly/corrosion/pull/492">Corrosion's plum-foca</a> has it, within
 * 15 % of what Fly.io measures between its regions; that one has more nodes in some regions.
 */
public record GeographicLatency() implements Latency {
  private static final long PLACE_STREAM = 5;
  private static final double BASE_MICROS = 4_000;
  private static final double MICROS_PER_KILOMETER = 1_000 / 75.0;
  private static final double JITTER = 0.15;

  private static final Region[] REGIONS = Region.values();
  private static final double[] ONE_WAY_MICROS = oneWayMicros();

  private static double[] oneWayMicros() {
    double[] table = new double[REGIONS.length * REGIONS.length];
    for (int a = 0; a < REGIONS.length; a++) {
      for (int b = 0; b < REGIONS.length; b++) {
        table[a * REGIONS.length + b] =
            (BASE_MICROS + REGIONS[a].kilometersTo(REGIONS[b]) * MICROS_PER_KILOMETER) / 2;
      }
    }
    return table;
  }

  /** Where a node is in the run with that seed. */
  public static Region region(long seed, int node) {
    return REGIONS[regionNumber(seed, node)];
  }

  private static int regionNumber(long seed, int node) {
    return (int) SeededRandom.below(REGIONS.length, SeededRandom.draw(seed, PLACE_STREAM, node));
  }

  @Override
  public long micros(long seed, int from, int to, long draw) {
    double base =
        ONE_WAY_MICROS[regionNumber(seed, from) * REGIONS.length + regionNumber(seed, to)];
    return (long) (base * (1 + JITTER * SeededRandom.fraction(draw)));
  }

  @Override
  public String text() {
    return "geographic";
  }

  @Override
  public double meanMicros() {
    return Arrays.stream(ONE_WAY_MICROS).average().orElseThrow() * (1 + JITTER / 2);
  }
}
