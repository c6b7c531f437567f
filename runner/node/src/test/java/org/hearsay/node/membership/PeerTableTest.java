package org.hearsay.node.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.hearsay.api.Peers;
import org.junit.jupiter.api.Test;

/** Guards against memory that grows with the dead, and against what is forgotten too early. */
final class PeerTableTest {
  private static final long MEMORY = 1_000;

  private final PeerTable table = new PeerTable(MEMORY);

  private void touch(int peer, long nowMicros) {
    table.touch(peer, nowMicros, other -> false);
  }

  @Test
  void nothingIsKnownOfAStranger() {
    assertEquals(PeerTable.NO_LIFE, table.life(5));
    assertFalse(table.isDown(5));
    assertEquals(0, table.size());
  }

  @Test
  void theDeadAreRememberedAsLongAsTheyShould() {
    touch(7, 0);
    table.setLife(7, 20);
    table.setDown(7, true);
    for (int peer = 100; peer < 200; peer++) {
      touch(peer, MEMORY - 1);
    }
    assertTrue(table.isDown(7));
    assertEquals(20, table.life(7));
    assertEquals(1, table.downCount());
  }

  @Test
  void theDeadAreForgottenOnceRoomIsNeeded() {
    touch(7, 0);
    table.setLife(7, 20);
    table.setDown(7, true);
    for (int peer = 100; peer < 200; peer++) {
      touch(peer, MEMORY);
    }
    assertFalse(table.isDown(7));
    assertEquals(PeerTable.NO_LIFE, table.life(7));
    assertEquals(0, table.downCount());
    assertEquals(100, table.size());
  }

  @Test
  void whoIsOfInterestIsNeverForgotten() {
    table.touch(7, 0, other -> true);
    table.setDown(7, true);
    for (int peer = 100; peer < 1_000; peer++) {
      table.touch(peer, (long) peer * MEMORY, other -> other == 7);
    }
    assertTrue(table.isDown(7));
  }

  @Test
  void manyWhoComeAndGoTakeNoMoreRoomThanThoseOfOneMemory() {
    int most = 0;
    for (int peer = 0; peer < 100_000; peer++) {
      touch(peer, peer * (MEMORY / 10));
      table.setDown(peer, true);
      most = Math.max(most, table.size());
    }
    assertTrue(most < 40, "remembered " + most);
    assertEquals(table.size(), table.downCount());
  }

  @Test
  void deathsAreCountedOnce() {
    touch(7, 0);
    table.setDown(7, true);
    table.setDown(7, true);
    assertEquals(1, table.downCount());
    table.setDown(7, false);
    table.setDown(7, false);
    assertEquals(0, table.downCount());
  }

  @Test
  void itSaysWhatAMapWouldSay() {
    Random random = new Random(1);
    Map<Integer, Long> lives = new HashMap<>();
    for (int step = 0; step < 20_000; step++) {
      int peer = random.nextInt(3_000) * 64;
      touch(peer, 1);
      long life = random.nextLong(1, 100);
      table.setLife(peer, life);
      lives.put(peer, life);
      int asked = random.nextInt(3_000) * 64;
      assertEquals(lives.getOrDefault(asked, PeerTable.NO_LIFE), table.life(asked));
    }
    assertEquals(lives.size(), table.size());
  }

  @Test
  void aNodeForgetsTheDeadOfNoInterestAfterAMinuteAndNobodyElse() {
    Acquaintances peers = new Acquaintances();
    peers.linkTo(Peers.of(1));
    peers.know(Peers.of(2));
    for (int peer = 1; peer <= 3; peer++) {
      peers.touch(peer, 0);
      peers.setLife(peer, 20);
      peers.setDown(peer, true);
    }
    fill(peers, 100, 59_999_999);
    assertTrue(peers.isDown(3));
    fill(peers, 200, 60_000_000);
    assertFalse(peers.isDown(3));
    assertEquals(PeerTable.NO_LIFE, peers.life(3));
    assertTrue(peers.isDown(1) && peers.isDown(2));
  }

  /** A hundred others happen. */
  private static void fill(Acquaintances peers, int first, long nowMicros) {
    for (int peer = first; peer < first + 100; peer++) {
      peers.touch(peer, nowMicros);
    }
  }
}
