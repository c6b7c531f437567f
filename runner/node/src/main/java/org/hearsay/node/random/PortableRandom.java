package org.hearsay.node.random;

import java.util.random.RandomGenerator;

/**
 * A source of randomness that gives the same draws on every JVM: all but the streams is written out
 * over {@link #nextLong()}, because the defaults have changed between JDKs.
 */
public abstract class PortableRandom implements RandomGenerator {

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

  @Override
  public long nextLong(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, not " + bound);
    }
    return SeededRandom.below(bound, nextLong());
  }

  @Override
  public long nextLong(long lowest, long bound) {
    return lowest + nextLong(Math.subtractExact(bound, lowest));
  }

  @Override
  public double nextDouble() {
    return SeededRandom.fraction(nextLong());
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
}
