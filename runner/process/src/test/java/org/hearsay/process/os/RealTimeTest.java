package org.hearsay.process.os;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RealTimeTest {
  private static final long SHORT_GAP_MICROS = 100;
  private static final int MOST = 5_000;

  private final RealTime time = new RealTime();
  private final List<String> done = new ArrayList<>();
  private int ticks;

  @Test
  void actsInOrderOfTime() throws InterruptedException {
    time.at(3_000, () -> done.add("last"));
    time.at(1_000, () -> done.add("first"));
    time.at(1_000, () -> done.add("second"));

    time.run(() -> done.size() == 3);

    assertEquals(List.of("first", "second", "last"), done);
  }

  @Test
  void whatIsDueAgainAndAgainHoldsUpNobody() throws InterruptedException {
    time.atEndOfPass(() -> done.add("end of pass"));
    time.hand(() -> done.add("handed in"));
    tick();

    time.run(() -> done.size() == 2 || ticks == MOST);

    assertTrue(ticks < MOST, "a pass took no end");
  }

  /** Comes so soon after itself that it is due before a pass is over. */
  private void tick() {
    if (++ticks < MOST) {
      time.at(time.nowMicros() + SHORT_GAP_MICROS, this::tick);
    }
  }
}
