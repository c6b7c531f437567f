package org.hearsay.strategies.deltaack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.hearsay.api.RumorIds;
import org.junit.jupiter.api.Test;

/** Guards against rumors under way that are lost, doubled or swapped as the array is reused. */
final class InFlightTest {

  @Test
  void itHoldsWhatAListWouldHold() {
    Random random = new Random(1);
    InFlight inFlight = new InFlight();
    List<Long> model = new ArrayList<>();
    long next = 0;
    for (int step = 0; step < 10_000; step++) {
      long[] sent = LongStream.range(next, next + random.nextInt(40)).toArray();
      next += sent.length;
      inFlight.add(RumorIds.of(sent));
      LongStream.of(sent).forEach(model::add);
      int arrived = random.nextInt(Math.min(model.size(), 60) + 1);
      inFlight.remove(arrived);
      model.subList(0, arrived).clear();
      assertEquals(model, inFlight.all().stream().boxed().toList());
      assertEquals(model.isEmpty(), inFlight.isEmpty());
    }
  }
}
