package org.hearsay.scenario.weather;

import org.hearsay.node.runtime.SeededRandom;

/**
 * What the network does to each message between two nodes: a hash of (seed, link, occasion), with
 * no memory. One message more changes nothing for any other, and every strategy meets the same
 * weather.
 *
 * <p>An occasion is what sets a message apart from others on its link: in a simulation the moment
 * at which it is sent; between real processes, where no moment comes twice, its number on the link.
 */
public final class Weather {
  private static final long FROM_FACTOR = 0xd1342543de82ef95L;
  private static final long TO_FACTOR = 0xaf251af3b0f025b5L;
  private static final long OCCASION_FACTOR = 0x9e3779b97f4a7c15L;
  private static final long LOSS_STREAM = 2;

  private final long seed;
  private final Latency latency;
  private final double loss;

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

  /** What decides the fate of one message. */
  public long draw(int from, int to, long occasion) {
    return SeededRandom.mix(
        seed + from * FROM_FACTOR + to * TO_FACTOR + occasion * OCCASION_FACTOR);
  }

  /** Whether the message of that draw never arrives. */
  public boolean loses(long draw) {
    return loss > 0 && SeededRandom.fraction(SeededRandom.mix(draw + LOSS_STREAM)) < loss;
  }

  /** How long the message of that draw is under way; the draw's lowest ten bits do not matter. */
  public long latencyMicros(long draw) {
    return latency.micros(draw);
  }
}
