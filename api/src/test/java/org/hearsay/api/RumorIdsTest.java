package org.hearsay.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Guards against rumors that are others when they were added in long runs. */
final class RumorIdsTest {

  @Test
  void runsAreAsTheirRumorsOneByOne() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      RumorIds.Builder runs = RumorIds.builder(random.nextInt(3));
      List<Long> model = new ArrayList<>();
      long next = 0;
      for (int i = random.nextInt(8); i > 0; i--) {
        next += random.nextInt(2);
        switch (random.nextInt(3)) {
          case 0 -> {
            runs.add(next);
            model.add(next++);
          }
          case 1 -> {
            int count = random.nextInt(100) + 1;
            runs.addRun(next, count);
            for (int each = 0; each < count; each++) {
              model.add(next++);
            }
          }
          default -> {
            RumorIds more = RumorIds.builder().addRun(next, 40).add(next + 50).build();
            runs.addAll(more);
            more.stream().forEach(model::add);
            next += 51;
          }
        }
      }
      RumorIds ids = runs.build();
      RumorIds plain = RumorIds.of(model.stream().mapToLong(Long::longValue).toArray());
      String which = "seed " + seed;
      assertEquals(plain, ids, which);
      assertEquals(ids, plain, which);
      assertEquals(plain.hashCode(), ids.hashCode(), which);
      assertEquals(model, ids.stream().boxed().toList(), which);
      assertEquals(model.size(), ids.size(), which);
      for (int i = 0; i < model.size(); i++) {
        assertEquals(model.get(i), ids.get(i), which);
      }
      int most = random.nextInt(200);
      assertEquals(plain.limit(most), ids.limit(most), which);
      assertThrows(IndexOutOfBoundsException.class, () -> ids.get(model.size()), which);
    }
  }

  @Test
  void aBuilderGoesOnAfterItHasBuilt() {
    RumorIds.Builder builder = RumorIds.builder(1).add(3);
    RumorIds before = builder.build();
    builder.addRun(10, 1_000).add(4);
    assertEquals(RumorIds.of(3), before);
    assertEquals(1_002, builder.build().size());
  }

  @Test
  void moreThanCanBeCountedIsRefused() {
    RumorIds.Builder builder = RumorIds.builder().addRun(0, Integer.MAX_VALUE - 1);
    assertThrows(ArithmeticException.class, () -> builder.addRun(1L << 40, 100));
  }

  @Test
  void aRunOfNothingAddsNothingAndThereIsNoneOfLess() {
    RumorIds.Builder builder = RumorIds.builder().addRun(10, 1_000);
    assertEquals(RumorIds.builder().addRun(10, 1_000).build(), builder.addRun(3, 0).build());
    assertEquals(1_000, builder.size());
    assertThrows(IllegalArgumentException.class, () -> builder.addRun(3, -1));
  }
}
