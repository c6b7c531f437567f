package org.hearsay.scenario.weather;

import java.util.Arrays;
import org.hearsay.node.random.SeededRandom;

/** What makes a message unreadable on its way. */
public enum Damage {
  /** Nothing. */
  NONE,
  /** One of its bits is wrong. */
  CORRUPTED,
  /** Its end is missing. */
  TRUNCATED;

  private static final long PLACE_STREAM = 6;

  /** The line of one byte or more as it arrives, damaged at a place that the draw decides. */
  public byte[] applyTo(byte[] line, long draw) {
    long place = SeededRandom.mix(draw + PLACE_STREAM);
    int index = (int) SeededRandom.below(line.length, place);
    return switch (this) {
      case NONE -> line;
      case CORRUPTED -> {
        byte[] wrong = line.clone();
        wrong[index] ^= (byte) (1 << (place & 7));
        yield wrong;
      }
      case TRUNCATED -> Arrays.copyOf(line, index);
    };
  }
}
