package org.hearsay.chaos.draw;

import java.util.List;
import java.util.Set;
import org.hearsay.api.plugin.Trait;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.weather.Conditions;
import org.hearsay.scenario.weather.GeographicLatency;
import org.hearsay.scenario.weather.Latency;
import org.hearsay.scenario.weather.LognormalLatency;
import org.hearsay.scenario.weather.MatrixLatency;

/** Draws what happens to messages. */
final class WeatherDrawing {
  private static final int LONGEST_MILLIS = 200;
  private static final long MICROS_PER_MILLI = 1_000;
  private static final double MOST_LOSS = 0.2;
  private static final double MOST_DAMAGE = 0.05;
  private static final double MOST_BAD_SPELLS = 0.1;

  /** So fast that no strategy is held up for good by its own traffic. */
  private static final long LEAST_BYTES_PER_SECOND = 2_000_000;

  private final SeededRandom random;

  WeatherDrawing(SeededRandom random) {
    this.random = random;
  }

  /**
   * Draws conditions.
   *
   * @param bearable what a strategy bears: messages are lost only if it tolerates that
   */
  Conditions draw(Set<Trait> bearable) {
    Conditions conditions = Conditions.of(latency(), 0);
    if (random.nextInt(5) == 0) {
      conditions = conditions.withDuplicate(rounded(random.nextDouble() / 2));
    }
    if (random.nextInt(5) == 0) {
      conditions =
          conditions.with(
              new Conditions.Reordering(
                  rounded(random.nextDouble() / 2), 2 * micros(LONGEST_MILLIS)));
    }
    if (random.nextInt(8) == 0) {
      long factor = 1L + random.nextInt(10);
      conditions = conditions.withBytesPerSecond(factor * LEAST_BYTES_PER_SECOND);
    }
    return bearable.contains(Trait.TOLERATES_LOSS) ? withLoss(conditions) : conditions;
  }

  private Conditions withLoss(Conditions calm) {
    Conditions conditions = calm;
    if (random.nextInt(3) == 0) {
      conditions = conditions.withLoss(rounded(random.nextDouble() * MOST_LOSS));
    }
    if (random.nextInt(5) == 0) {
      conditions =
          conditions.with(
              new Conditions.Bursts(
                  rounded(random.nextDouble() * MOST_BAD_SPELLS),
                  micros(1_000),
                  rounded((1 + random.nextDouble()) / 2)));
    }
    if (random.nextInt(8) == 0) {
      conditions =
          conditions.withDamage(
              rounded(random.nextDouble() * MOST_DAMAGE),
              rounded(random.nextDouble() * MOST_DAMAGE));
    }
    return conditions;
  }

  private Latency latency() {
    int millis = random.nextInt(LONGEST_MILLIS + 1);
    return switch (random.nextInt(7)) {
      case 0 -> new Latency.Maelstrom(Latency.Distribution.CONSTANT, millis);
      case 1 -> new Latency.Maelstrom(Latency.Distribution.UNIFORM, millis);
      case 2 -> new Latency.Maelstrom(Latency.Distribution.EXPONENTIAL, millis);
      case 3 -> new Latency.Range(millis * MICROS_PER_MILLI / 2, millis * MICROS_PER_MILLI);
      case 4 -> new LognormalLatency(millis * MICROS_PER_MILLI / 2, rounded(random.nextDouble()));
      case 5 -> new GeographicLatency();
      default -> matrix();
    };
  }

  /** Two places with a long way between them, longer one way than the other. */
  private Latency matrix() {
    List<Long> there = List.of(micros(2), micros(LONGEST_MILLIS));
    List<Long> back = List.of(micros(LONGEST_MILLIS), micros(2));
    return new MatrixLatency(List.of(there, back), rounded(random.nextDouble()));
  }

  private long micros(int mostMillis) {
    return (1L + random.nextInt(mostMillis)) * MICROS_PER_MILLI;
  }

  /** Few digits, so that commands can be read. */
  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1e3;
  }
}
