package org.hearsay.node.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hearsay.api.RumorIds;
import org.junit.jupiter.api.Test;

class AfterTest {
  private static final long A = 1L << 32;
  private static final long B = 2L << 32;
  private static final long C = 3L << 32;

  private static Map<Long, RumorIds> told(After after) {
    Map<Long, RumorIds> told = new LinkedHashMap<>();
    after.tell(told::put);
    return told;
  }

  @Test
  void tellsWhatComesBeforeEachRumor() {
    After after = new After(RumorIds.of(B, A, A + 1), RumorIds.of(A, C, B, A, B, A + 1));
    assertEquals(
        Map.of(B, RumorIds.of(A, C), A, RumorIds.NONE, A + 1, RumorIds.of(B)), told(after));
    assertEquals(Map.of(), told(new After(RumorIds.NONE, RumorIds.NONE)));
  }

  @Test
  void refusesAnOrderThatDoesNotEndWithTheLastRumor() {
    RumorIds ids = RumorIds.of(A, B);
    assertThrows(IllegalArgumentException.class, () -> new After(ids, RumorIds.of(A, C)));
    assertThrows(IllegalArgumentException.class, () -> new After(ids, RumorIds.of(B, A)));
    assertThrows(IllegalArgumentException.class, () -> new After(ids, RumorIds.of(A, B, C)));
    assertThrows(IllegalArgumentException.class, () -> new After(ids, RumorIds.NONE));
  }
}
