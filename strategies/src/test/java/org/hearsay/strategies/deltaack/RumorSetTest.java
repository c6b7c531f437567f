package org.hearsay.strategies.deltaack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Guards against a rumor that a set forgets or makes up, as both would cost a peer a rumor. */
final class RumorSetTest {
  private final RumorSet rumors = new RumorSet();

  @Test
  void itHoldsWhatAnOrdinarySetHolds() {
    Set<Long> model = new HashSet<>();
    Random random = new Random(1);
    for (int round = 0; round < 5; round++) {
      for (int i = 0; i < 2000; i++) {
        long rumor = (long) random.nextInt(30) << Integer.SIZE | random.nextInt(100);
        assertEquals(model.contains(rumor), rumors.contains(rumor));
        rumors.add(rumor);
        model.add(rumor);
      }
      rumors.clear();
      model.clear();
    }
  }

  @Test
  void theFirstAndTheLastRumorThereCanBeAreRumors() {
    long last = Long.MAX_VALUE - 1;
    assertFalse(rumors.contains(0));
    rumors.add(0);
    rumors.add(last);
    assertTrue(rumors.contains(0) && rumors.contains(last));
  }
}
