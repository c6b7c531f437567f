package org.hearsay.scenario.weather;

import org.hearsay.node.random.SeededRandom;

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
  private static final long SPELL_STREAM = 7;
  private static final long SPELL_LOSS_STREAM = 8;
  private static final long DUPLICATE_STREAM = 9;
  private static final long COPY_STREAM = 10;
  private static final long REORDER_STREAM = 11;
  private static final long CORRUPT_STREAM = 12;
  private static final long TRUNCATE_STREAM = 13;

  private final long runSeed;
  private final long seed;
  private final Conditions conditions;
  private final Latency latency;
  private final double loss;

  /** The weather of one run. */
  public Weather(long seed, Conditions conditions) {
    this.runSeed = seed;
    this.seed = SeededRandom.mix(seed);
    this.conditions = conditions;
    this.latency = conditions.latency();
    this.loss = conditions.loss();
  }

  /** What decides the fate of one message. */
  public long draw(int from, int to, long occasion) {
    return SeededRandom.mix(
        seed + from * FROM_FACTOR + to * TO_FACTOR + occasion * OCCASION_FACTOR);
  }

  /** Whether the message of that draw never arrives, in any spell. */
  public boolean loses(long draw) {
    return loss > 0 && SeededRandom.fraction(SeededRandom.mix(draw + LOSS_STREAM)) < loss;
  }

  /** How long the message of that draw is under way; the draw's lowest ten bits do not matter. */
  public long latencyMicros(int from, int to, long draw) {
    return latency.micros(runSeed, from, to, draw);
  }

  /** Whether the message of that draw, sent at a moment, is lost to a bad spell of the link. */
  public boolean losesInBurst(int from, int to, long micros, long draw) {
    Conditions.Bursts bursts = conditions.bursts();
    return bursts.probability() > 0
        && happens(bursts.loss(), draw, SPELL_LOSS_STREAM)
        && isBadSpell(from, to, micros);
  }

  /** Whether a link is in a bad spell; spells begin at other moments on each link. */
  public boolean isBadSpell(int from, int to, long micros) {
    Conditions.Bursts bursts = conditions.bursts();
    long link = SeededRandom.mix(draw(from, to, 0) + SPELL_STREAM);
    long offset = SeededRandom.below(bursts.lengthMicros(), link);
    long spell = Math.floorDiv(micros + offset, bursts.lengthMicros());
    return happens(bursts.probability(), link + spell * OCCASION_FACTOR, SPELL_STREAM);
  }

  /** How the message of that draw is damaged. */
  public Damage damage(long draw) {
    if (happens(conditions.corrupt(), draw, CORRUPT_STREAM)) {
      return Damage.CORRUPTED;
    }
    return happens(conditions.truncate(), draw, TRUNCATE_STREAM) ? Damage.TRUNCATED : Damage.NONE;
  }

  /** Whether the message of that draw comes a second time. */
  public boolean duplicates(long draw) {
    return happens(conditions.duplicate(), draw, DUPLICATE_STREAM);
  }

  /** What decides the latency of the second copy of the message of that draw. */
  public long copy(long draw) {
    return SeededRandom.mix(draw + COPY_STREAM);
  }

  /** How long the message of that draw is held back, in addition to its latency. */
  public long heldBackMicros(long draw) {
    Conditions.Reordering reordering = conditions.reordering();
    return happens(reordering.probability(), draw, REORDER_STREAM) ? reordering.delayMicros() : 0;
  }

  private static boolean happens(double probability, long draw, long stream) {
    return probability > 0 && SeededRandom.fraction(SeededRandom.mix(draw + stream)) < probability;
  }
}
