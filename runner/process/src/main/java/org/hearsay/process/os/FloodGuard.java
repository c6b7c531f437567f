package org.hearsay.process.os;

import org.jspecify.annotations.Nullable;

/** Tells a node that prints much from one that prints without end. */
final class FloodGuard {
  /** Per second about what this program passes on for all nodes together. */
  static final int MAX_LINES = 100_000;

  static final long MAX_BYTES = 1024L * 1024 * 1024;

  /** Long enough that a node may work off in it what has waited while it was paused. */
  private static final int WINDOW_SECONDS = 5;

  private long sinceMicros;
  private long lines;
  private long bytes;

  /** Counts a line; what is too much, or null. */
  @Nullable String count(long micros, int lineBytes) {
    if (micros - sinceMicros >= WINDOW_SECONDS * 1_000_000L) {
      sinceMicros = micros;
      lines = 0;
      bytes = 0;
    }
    lines++;
    bytes += lineBytes;
    if (lines > MAX_LINES) {
      return "printed more than " + MAX_LINES + " lines within " + WINDOW_SECONDS + " s";
    }
    return bytes > MAX_BYTES
        ? "printed more than " + MAX_BYTES / 1024 / 1024 + " MiB within " + WINDOW_SECONDS + " s"
        : null;
  }
}
