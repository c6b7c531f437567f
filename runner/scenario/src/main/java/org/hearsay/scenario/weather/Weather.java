package org.hearsay.scenario.weather;

import java.util.HashMap;
import java.util.Map;
import org.hearsay.node.runtime.SeededRandom;

/**
 * What the network does to each message between two nodes: a hash of (seed, link, number of the
 * message on that link), so that one message more on one link changes nothing on another, and every
 * strategy meets the same weather.
 */
public final class Weather {
  private static final long LATENCY_STREAM = 1;
  private static final long LOSS_STREAM = 2;

  private final long seed;
  private final Latency latency;
  private final double loss;
  private final Map<Long, long[]> countByLink = new HashMap<>();

  /**
   * The weather of one run.
   *
   * @param loss the probability that a message is lost
   */
  public Weather(long seed, Latency latency, double loss) {
    this.seed = SeededRandom.mix(seed);
    this.latency = latency;
    this.loss = loss;
  }

  /**
   * The fate of one message.
   *
   * @param latencyMicros how long it is under way
   * @param lost whether it never arrives
   */
  public record Fate(long latencyMicros, boolean lost) {}

  /** The fate of the next message on a link. */
  public Fate next(int from, int to) {
    long link = (long) from << Integer.SIZE | to;
    long number = countByLink.computeIfAbsent(link, unused -> new long[1])[0]++;
    return new Fate(
        latency.micros(hash(link, number, LATENCY_STREAM)),
        SeededRandom.fraction(hash(link, number, LOSS_STREAM)) < loss);
  }

  private long hash(long link, long number, long stream) {
    return SeededRandom.mix(SeededRandom.mix(seed + link * 3 + stream) + number);
  }
}
