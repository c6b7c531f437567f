package org.hearsay.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Guards against bytes that leave faster than their uplink takes them. */
final class UplinksTest {

  @Test
  void bytesLeaveOneAfterTheOther() {
    Uplinks uplinks = new Uplinks(1_000, 2);
    assertEquals(100_000, uplinks.sendMicros(0, 100, 0));
    assertEquals(200_000, uplinks.sendMicros(0, 100, 0));
    assertEquals(150_000, uplinks.sendMicros(0, 100, 150_000));
  }

  @Test
  void nodesDoNotWaitForEachOther() {
    Uplinks uplinks = new Uplinks(1_000, 2);
    uplinks.sendMicros(0, 100, 0);
    assertEquals(100_000, uplinks.sendMicros(1, 100, 0));
  }

  @Test
  void anIdleUplinkIsFree() {
    Uplinks uplinks = new Uplinks(1_000, 1);
    uplinks.sendMicros(0, 100, 0);
    assertEquals(100_000, uplinks.sendMicros(0, 100, 1_000_000));
  }

  @Test
  void withoutALimitNothingWaits() {
    assertEquals(0, new Uplinks(0, 1).sendMicros(0, 1_000_000, 5));
  }
}
