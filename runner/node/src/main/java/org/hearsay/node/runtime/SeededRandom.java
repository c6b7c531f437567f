package org.hearsay.node.runtime;

import java.util.random.RandomGenerator;

/**
 * Randomness as a hash of (seed, stream, number of the draw): the same on every JVM.
 *
 * <p>All but the streams are written out, because the defaults have changed between JDKs. The hash
 * is the finalizer of SplitMix64 (Steele, Lea &amp; Flood, OOPSLA 2014) over a Weyl sequence.
 */
public final class SeededRandom implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private final long origin;
  private long draws;

  /**
   * A stream of draws.
   *
   * @param seed the seed of the run
   * @param stream which of the run's independent streams, such as a node's number
   */
  public SeededRandom(long seed, long stream) {
    origin = mix(mix(seed) + stream * GOLDEN_GAMMA);
  }

  /** A bijection of 64 bits in which every input bit moves every output bit. */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A hash as a fraction in [0, 1). */
  public static double fraction(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }

  @Override
  public long nextLong() {
    return mix(origin + ++draws * GOLDEN_GAMMA);
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  @Override
  public int nextInt(int bound) {
    return (int) nextLong(bound);
  }

  @Override
  public int nextInt(int lowest, int bound) {
    return (int) nextLong(lowest, bound);
  }

  /**
   * Uniform in [0, bound): the high half of a 128-bit product (Lemire 2019), biased by &lt; 2⁻³².
   */
  @Override
  public long nextLong(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, not " + bound);
    }
    long draw = nextLong();
    return Math.multiplyHigh(draw, bound) + (draw < 0 ? bound : 0);
  }

  @Override
  public long nextLong(long lowest, long bound) {
    return lowest + nextLong(Math.subtractExact(bound, lowest));
  }

  @Override
  public double nextDouble() {
    return fraction(nextLong());
  }

  @Override
  public double nextDouble(double bound) {
    return nextDouble() * bound;
  }

  @Override
  public double nextDouble(double lowest, double bound) {
    return lowest + nextDouble() * (bound - lowest);
  }

  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * 0x1.0p-24f;
  }

  @Override
  public double nextExponential() {
    return -StrictMath.log1p(-nextDouble());
  }

  /** One of the pair of Box &amp; Muller (1958). */
  @Override
  public double nextGaussian() {
    double radius = StrictMath.sqrt(2 * nextExponential());
    return radius * StrictMath.cos(2 * Math.PI * nextDouble());
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /** The numbers from 0 to {@code count}, excluded, each order equally likely (Fisher-Yates). */
  public int[] permutation(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int swapped = nextInt(i + 1);
      order[i] = order[swapped];
      order[swapped] = i;
    }
    return order;
  }
}
