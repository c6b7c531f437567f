package org.hearsay.scenario.weather;

import java.util.Locale;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.scenario.text.Quantities;

/** How long a message between two nodes is under way. */
public sealed interface Latency
    permits Latency.Maelstrom, Latency.Range, LognormalLatency, GeographicLatency, MatrixLatency {

  /**
   * The latency that a draw stands for, in microseconds. The draw's lowest ten bits do not matter.
   *
   * @param seed the seed of the run, which decides where nodes are, for latencies that depend on
   *     that
   */
  long micros(long seed, int from, int to, long draw);

  /** As it is written: {@code 100ms}, {@code lognormal:50ms:0.5}; see {@link LatencyText}. */
  String text();

  /** What kind it is of, in a word. */
  default String kind() {
    String text = text();
    int colon = text.indexOf(':');
    return colon < 0 ? text : text.substring(0, colon);
  }

  /** The mean over all pairs of nodes. */
  double meanMicros();

  /** The shape of a latency distribution of Maelstrom's. */
  enum Distribution {
    /** Always the mean. */
    CONSTANT,
    /** Each of 0, 1, ..., 2·mean − 1 equally likely. */
    UNIFORM,
    /** Exponential, cut to whole milliseconds. */
    EXPONENTIAL;

    /** The name that Maelstrom and the command line use. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * As Maelstrom draws it: in whole milliseconds.
   *
   * @param distribution the shape
   * @param meanMillis the mean, 0 or larger
   */
  record Maelstrom(Distribution distribution, int meanMillis) implements Latency {

    /** Checks the mean. */
    public Maelstrom {
      if (meanMillis < 0) {
        throw new IllegalArgumentException("A latency cannot be negative: " + meanMillis + " ms");
      }
    }

    @Override
    public long micros(long seed, int from, int to, long draw) {
      double fraction = SeededRandom.fraction(draw);
      long millis =
          switch (distribution) {
            case CONSTANT -> meanMillis;
            case UNIFORM -> (long) (fraction * 2 * meanMillis);
            // StrictMath gives the same digits on every machine.
            case EXPONENTIAL -> (long) (-StrictMath.log1p(-fraction) * meanMillis);
          };
      return millis * 1000;
    }

    @Override
    public String text() {
      String mean = Quantities.micros(meanMillis * 1000L);
      return distribution == Distribution.CONSTANT ? mean : distribution.text() + ":" + mean;
    }

    @Override
    public String kind() {
      return distribution.text();
    }

    @Override
    public double meanMicros() {
      return meanMillis * 1e3;
    }

    /** The command line options that choose it, as Maelstrom has them. */
    public String options() {
      return "--latency=" + meanMillis + " --latency-dist=" + distribution.text();
    }
  }

  /**
   * Each microsecond between two bounds equally likely.
   *
   * @param leastMicros the lower bound, 0 or larger
   * @param mostMicros the upper bound, as large or larger
   */
  record Range(long leastMicros, long mostMicros) implements Latency {

    /** Checks the bounds. */
    public Range {
      if (leastMicros < 0 || mostMicros < leastMicros) {
        throw new IllegalArgumentException(
            "A range of latencies needs 0 <= least <= most: " + leastMicros + ", " + mostMicros);
      }
    }

    @Override
    public long micros(long seed, int from, int to, long draw) {
      return leastMicros + SeededRandom.below(mostMicros - leastMicros + 1, draw);
    }

    @Override
    public String text() {
      return Quantities.micros(leastMicros) + ".." + Quantities.micros(mostMicros);
    }

    @Override
    public String kind() {
      return "range";
    }

    @Override
    public double meanMicros() {
      return leastMicros / 2.0 + mostMicros / 2.0;
    }
  }
}
