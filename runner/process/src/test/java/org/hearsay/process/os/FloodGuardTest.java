package org.hearsay.process.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

/** Guards against taking a busy node for one that floods, and the other way round. */
final class FloodGuardTest {
  private final FloodGuard guard = new FloodGuard();

  @Test
  void aBusyNodeMayGoOnForEver() {
    for (long line = 0; line < 1_000_000; line++) {
      assertNull(guard.count(line * 101, 1_000));
    }
  }

  @Test
  void moreLinesThanAnyNodeNeedsAreAFlood() {
    for (int line = 0; line < FloodGuard.MAX_LINES; line++) {
      assertNull(guard.count(line, 1));
    }
    assertEquals("printed more than 100000 lines within 5 s", guard.count(130_000, 1));
  }

  @Test
  void moreBytesThanAnyNodeNeedsAreAFlood() {
    for (int line = 0; line < 64; line++) {
      assertNull(guard.count(line, 16 * 1024 * 1024));
    }
    assertEquals("printed more than 1024 MiB within 5 s", guard.count(30_000, 1));
  }
}
