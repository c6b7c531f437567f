package org.hearsay.node.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Guards against rumors that are taken for older than they are, or never grow old. */
final class MarksTest {
  private static final long APART = 1_000;

  @Test
  void anAgeIsNeverTooHighAndLittleTooLow() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      Marks marks = new Marks(APART);
      List<Long> came = new ArrayList<>();
      long now = 0;
      long base = 0;
      for (int step = 0; step < 300; step++) {
        now += random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(50);
        marks.add(now, came.size());
        came.add(now);
        if (random.nextInt(10) == 0) {
          base += random.nextInt((int) (came.size() - base) + 1);
          marks.forget(base);
        }
        long asked = now - random.nextInt(5_000);
        long position = Math.max(base, marks.positionAt(asked));
        for (long i = base; i < position; i++) {
          assertTrue(came.get((int) i) <= asked, "seed " + seed);
        }
        for (long i = position; i < came.size(); i++) {
          assertTrue(came.get((int) i) > asked - 2 * APART, "seed " + seed);
        }
      }
    }
  }

  @Test
  void theNextMomentIsWhenMoreIsOld() {
    Marks marks = new Marks(APART);
    assertEquals(Long.MAX_VALUE, marks.microsAfter(0));
    marks.add(10, 0);
    marks.add(20, 1);
    assertEquals(20, marks.microsAfter(0));
    assertEquals(2, marks.positionAt(20));
    marks.forget(2);
    assertEquals(Long.MAX_VALUE, marks.microsAfter(2));
  }

  @Test
  void manyMarksBecomeFewer() {
    Marks marks = new Marks(1);
    for (int i = 0; i < 100_000; i++) {
      marks.add(10L * i, i);
    }
    long position = marks.positionAt(500_000);
    assertTrue(position <= 50_001 && position > 49_000, () -> "position " + position);
  }
}
