package org.hearsay.node.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards against limits with which nodes wait for each other. */
final class RetentionLimitsTest {
  private static RetentionLimits count(long count) {
    return new RetentionLimits(0, count, 0);
  }

  private static RetentionLimits memory(long bytes) {
    return new RetentionLimits(0, 0, bytes);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,3", "5,6", "9,10", "10,12", "25,28", "200,223"})
  void theSharesOfAllFitInNineTenths(int nodes, long least) {
    assertNull(count(least).shortage(nodes));
    assertTrue(RetentionLimits.share(least, nodes) * nodes <= RetentionLimits.calm(least));
    if (least > 1) {
      String sentence = String.valueOf(count(least - 1).shortage(nodes));
      assertTrue(sentence.endsWith("take " + least + " or more"), sentence);
    }
  }

  @Test
  void memoryHoldsASmallValueOfEachNode() {
    assertNull(memory(1_112).shortage(25));
    assertEquals(
        "--max-memory=1111 is too little for 25 nodes: take 1112 or more",
        memory(1_111).shortage(25));
    assertEquals("--max-memory=7 is too little for a node: take 45 or more", memory(7).shortage(1));
  }

  @Test
  void withoutALimitThereIsRoomForAll() {
    assertNull(RetentionLimits.NONE.shortage(1_000_000));
    assertNull(new RetentionLimits(5, 0, 0).shortage(1_000_000));
  }

  @Test
  void noLimitIsNegative() {
    assertThrows(IllegalArgumentException.class, () -> count(-1));
  }
}
