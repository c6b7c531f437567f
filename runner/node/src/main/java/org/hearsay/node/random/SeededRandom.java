package org.hearsay.node.random;

/**
 * Randomness as a hash of (seed, stream, number of the draw).
 *
 * <p>The hash is the finalizer of SplitMix64 (Steele, Lea &amp; Flood, OOPSLA 2014) over a Weyl
 * sequence.
 */
public final class SeededRandom extends PortableRandom {
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
    origin = origin(seed, stream);
  }

  private static long origin(long seed, long stream) {
    return mix(mix(seed) + stream * GOLDEN_GAMMA);
  }

  /** The draw of that number, from 1, of a stream. */
  public static long draw(long seed, long stream, long number) {
    return mix(origin(seed, stream) + number * GOLDEN_GAMMA);
  }

  /** A bijection of 64 bits in which every input bit moves every output bit. */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /**
   * A hash as a whole number in [0, bound): the high half of a 128-bit product (Lemire 2019),
   * biased by &lt; 2⁻³² for bounds below 2³².
   */
  public static long below(long bound, long hash) {
    return Math.multiplyHigh(hash, bound) + (hash < 0 ? bound : 0);
  }

  /** A hash as a fraction in [0, 1). */
  public static double fraction(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }

  @Override
  public long nextLong() {
    return mix(origin + ++draws * GOLDEN_GAMMA);
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
