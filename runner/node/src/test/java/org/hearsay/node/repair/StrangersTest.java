package org.hearsay.node.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Guards against strangers that are forgotten too soon, or asked for ever. */
class StrangersTest {
  private final Strangers strangers = new Strangers();

  private List<Integer> next(int times) {
    List<Integer> asked = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      asked.add(strangers.next(peer -> true));
    }
    return asked;
  }

  @Test
  void theyAreAskedByTurns() {
    strangers.meet(3);
    strangers.meet(1);
    strangers.meet(2);
    strangers.meet(3);
    assertEquals(List.of(1, 2, 3, 1), next(4));
    assertEquals(3, strangers.next(peer -> peer == 3));
    assertEquals(-1, strangers.next(peer -> false));
  }

  @Test
  void whoSaysNothingIsNotAskedForEver() {
    strangers.meet(1);
    strangers.meet(2);
    for (int i = 0; i < Strangers.PATIENCE; i++) {
      assertEquals(List.of(1, 2), next(2));
      strangers.heard(2);
    }
    assertEquals(List.of(2, 2), next(2));
  }

  @Test
  void onlyTheLastAreKnown() {
    for (int peer = 0; peer < Strangers.MOST + 2; peer++) {
      strangers.meet(peer);
    }
    assertEquals(2, strangers.next(peer -> peer < 3));
    strangers.heard(0);
    assertEquals(-1, strangers.next(peer -> peer < 2));
  }
}
