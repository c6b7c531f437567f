package org.hearsay.scenario.weather;

import java.util.Locale;
import org.hearsay.node.runtime.SeededRandom;

/**
 * How long a message between two nodes is under way, as Maelstrom draws it: in whole milliseconds.
 *
 * @param distribution the shape
 * @param meanMillis the mean, 0 or larger
 */
public record Latency(Distribution distribution, int meanMillis) {

  /** The shape of a latency distribution. */
  public enum Distribution {
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

  /** Checks the mean. */
  public Latency {
    if (meanMillis < 0) {
      throw new IllegalArgumentException("A latency cannot be negative: " + meanMillis + " ms");
    }
  }

  /** The latency that a hash stands for, in microseconds. */
  long micros(long hash) {
    double fraction = SeededRandom.fraction(hash);
    long millis =
        switch (distribution) {
          case CONSTANT -> meanMillis;
          case UNIFORM -> (long) (fraction * 2 * meanMillis);
          // StrictMath gives the same digits on every machine.
          case EXPONENTIAL -> (long) (-StrictMath.log1p(-fraction) * meanMillis);
        };
    return millis * 1000;
  }
}
