package org.hearsay.simulation.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hearsay.node.callback.Timers;
import org.hearsay.node.random.SeededRandom;
import org.junit.jupiter.api.Test;

/** Guards against timers that fire in another order than those of a real node, or at another's. */
final class TimerColumnsTest {
  private static final int NODES = 3;

  private static List<Integer> due(TimerColumns timers, int node, long nowMicros) {
    List<Integer> fired = new ArrayList<>();
    long limit = timers.settings(node);
    for (OptionalInt due = timers.takeDue(node, nowMicros, limit);
        due.isPresent();
        due = timers.takeDue(node, nowMicros, limit)) {
      fired.add(due.getAsInt());
    }
    return fired;
  }

  private static List<Integer> due(Timers timers, long nowMicros) {
    List<Integer> fired = new ArrayList<>();
    for (OptionalInt due = timers.takeDue(nowMicros, Long.MAX_VALUE);
        due.isPresent();
        due = timers.takeDue(nowMicros, Long.MAX_VALUE)) {
      fired.add(due.getAsInt());
    }
    return fired;
  }

  /** Small ids are columns and large ones are not: both must be one queue to the node. */
  @Test
  void theyFireAsThoseOfRealNodes() {
    TimerColumns columns = new TimerColumns(NODES);
    List<Timers> models = List.of(new Timers(), new Timers(), new Timers());
    SeededRandom random = new SeededRandom(1, 0);
    for (int step = 0; step < 20_000; step++) {
      int node = random.nextInt(NODES);
      int timer = random.nextInt(12);
      long now = step / 10;
      switch (random.nextInt(4)) {
        case 0, 1 -> {
          long deadline = now + random.nextInt(20);
          columns.set(node, timer, deadline);
          models.get(node).set(timer, deadline);
        }
        case 2 -> {
          columns.clear(node, timer);
          models.get(node).clear(timer);
        }
        default -> assertEquals(due(models.get(node), now), due(columns, node, now));
      }
      assertEquals(models.get(node).nextDeadlineMicros(), columns.nextDeadlineMicros(node));
    }
  }

  @Test
  void whatIsSetWhileOthersFireWaitsForTheNextTime() {
    TimerColumns timers = new TimerColumns(NODES);
    timers.set(1, 0, 10);
    timers.set(1, 9, 10);
    long limit = timers.settings(1);
    assertEquals(OptionalInt.of(0), timers.takeDue(1, 10, limit));
    timers.set(1, 0, 10);
    timers.set(1, 11, 10);
    assertEquals(OptionalInt.of(9), timers.takeDue(1, 10, limit));
    assertEquals(OptionalInt.empty(), timers.takeDue(1, 10, limit));
    assertEquals(List.of(0, 11), due(timers, 1, 10));
  }

  @Test
  void aNodeThatDiesTakesItsTimersWithIt() {
    TimerColumns timers = new TimerColumns(NODES);
    timers.set(0, 1, 5);
    timers.set(0, 20, 6);
    timers.set(1, 1, 7);
    timers.clearAll(0);
    assertEquals(Timers.NEVER, timers.nextDeadlineMicros(0));
    assertEquals(7, timers.nextDeadlineMicros(1));
  }

  @Test
  void changesAreToldOnce() {
    TimerColumns timers = new TimerColumns(NODES);
    assertFalse(timers.takeChanged());
    timers.set(0, 0, 1);
    assertTrue(timers.takeChanged());
    assertFalse(timers.takeChanged());
    timers.clear(0, 0);
    assertTrue(timers.takeChanged());
  }
}
