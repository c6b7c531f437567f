package org.hearsay.node.journal;

import java.time.Instant;

/** Times to the microsecond: {@code 2026-01-01T00:00:00.000042Z}. */
final class TimeText {
  private static final int NANOS_PER_MICRO = 1_000;

  /** The first digit of a million is cut off: six digits are left. */
  private static final int MILLION = 1_000_000;

  /** The last second that was written, as a log has many lines a second. */
  private record Second(long epoch, String text) {}

  private static volatile Second last = new Second(0, "1970-01-01T00:00:00.");

  private TimeText() {}

  static String of(Instant time) {
    Second second = last;
    if (second.epoch != time.getEpochSecond()) {
      String whole = Instant.ofEpochSecond(time.getEpochSecond()).toString();
      second = new Second(time.getEpochSecond(), whole.substring(0, whole.length() - 1) + ".");
      last = second;
    }
    int micros = time.getNano() / NANOS_PER_MICRO;
    return second.text + Integer.toString(MILLION + micros).substring(1) + "Z";
  }
}
