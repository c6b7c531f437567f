package org.hearsay.simulation;

/**
 * Each node's way out, which takes so many bytes a second: what is sent while it is busy waits for
 * its turn. That wait is the one thing about a message that hangs on those before it.
 */
final class Uplinks {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final double NANOS_PER_SECOND = 1e9;

  private final double nanosPerByte;
  private final long[] busyUntilNanos;

  /** Ways out for so many bytes a second, all idle; 0 for no limit. */
  Uplinks(long bytesPerSecond, int nodeCount) {
    nanosPerByte = bytesPerSecond == 0 ? 0 : NANOS_PER_SECOND / bytesPerSecond;
    busyUntilNanos = new long[bytesPerSecond == 0 ? 0 : nodeCount];
  }

  /** Sends; returns how long it takes until the last byte has left. */
  long sendMicros(int node, int bytes, long nowMicros) {
    if (busyUntilNanos.length == 0) {
      return 0;
    }
    long now = nowMicros * NANOS_PER_MICRO;
    long left = Math.max(now, busyUntilNanos[node]) + (long) (bytes * nanosPerByte);
    busyUntilNanos[node] = left;
    return (left - now + NANOS_PER_MICRO - 1) / NANOS_PER_MICRO;
  }
}
