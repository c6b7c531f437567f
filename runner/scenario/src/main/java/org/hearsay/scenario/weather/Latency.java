package org.hearsay.scenario.weather;

import java.util.Locale;
import org.hearsay.node.runtime.SeededRandom;

/** How long a message between two nodes is under way. */
public sealed interface Latency {

  /** The latency that a draw stands for, in microseconds. */
  long micros(long draw);

  /** The command line options that choose it. */
  String options();

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
    public long micros(long draw) {
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
    public long micros(long draw) {
      return leastMicros + SeededRandom.below(mostMicros - leastMicros + 1, draw);
    }

    @Override
    public String options() {
      return "--latency=" + leastMicros + "us.." + mostMicros + "us";
    }
  }
}
