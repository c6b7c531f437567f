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
      assertNull(guard.count(line * 51, 1_000));
    }
  }

  @Test
  void moreLinesThanAnyNodeNeedsAreAFlood() {
    for (int line = 0; line < FloodGuard.MAX_LINES; line++) {
      assertNull(guard.count(line, 1));
    }
    assertEquals("printed more than 20000 lines within a second", guard.count(30_000, 1));
  }

  @Test
  void moreBytesThanAnyNodeNeedsAreAFlood() {
    for (int line = 0; line < 16; line++) {
      assertNull(guard.count(line, 16 * 1024 * 1024));
    }
    assertEquals("printed more than 256 MiB within a second", guard.count(30_000, 1));
  }
}
