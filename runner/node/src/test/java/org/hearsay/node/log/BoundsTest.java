package org.hearsay.node.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guards against a difference of ranges that is wrong where they touch or enclose each other. */
final class BoundsTest {

  @Test
  void rangesDifferAsTheSetsDo() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      BitSet set = random(random);
      BitSet other = random(random);
      int[] difference = Bounds.minus(bounds(set), bounds(other));
      set.andNot(other);
      assertArrayEquals(bounds(set), difference, () -> set + " without " + other);
    }
  }

  private static BitSet random(Random random) {
    BitSet set = new BitSet();
    double density = random.nextDouble();
    IntStream.range(0, 12).filter(i -> random.nextDouble() < density).forEach(set::set);
    return set;
  }

  private static int[] bounds(BitSet set) {
    IntStream.Builder bounds = IntStream.builder();
    for (int start = set.nextSetBit(0); start >= 0; ) {
      int end = set.nextClearBit(start);
      bounds.add(start);
      bounds.add(end);
      start = set.nextSetBit(end);
    }
    return bounds.build().toArray();
  }
}
