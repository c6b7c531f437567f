package org.hearsay.process.os;

import org.jspecify.annotations.Nullable;

/** Tells a node that prints much from one that prints without end. */
final class FloodGuard {
  /** About what this program passes on in a second for all nodes together. */
  static final int MAX_LINES = 20_000;

  static final long MAX_BYTES = 256L * 1024 * 1024;
  private static final long SECOND_MICROS = 1_000_000;

  private long sinceMicros;
  private long lines;
  private long bytes;

  /** Counts a line; what is too much, or null. */
  @Nullable String count(long micros, int lineBytes) {
    if (micros - sinceMicros >= SECOND_MICROS) {
      sinceMicros = micros;
      lines = 0;
      bytes = 0;
    }
    lines++;
    bytes += lineBytes;
    if (lines > MAX_LINES) {
      return "printed more than " + MAX_LINES + " lines within a second";
    }
    return bytes > MAX_BYTES
        ? "printed more than " + MAX_BYTES / 1024 / 1024 + " MiB within a second"
        : null;
  }
}
