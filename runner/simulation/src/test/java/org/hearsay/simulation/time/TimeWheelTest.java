package org.hearsay.simulation.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.hearsay.node.random.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guards against events that come too early, too late, in another order, or not at all. */
final class TimeWheelTest {
  private static final long SECOND = 1_000_000;

  private record Event(long micros, long order) {}

  /** The order of a heap is beyond doubt. */
  private static final class Model {
    private final PriorityQueue<Event> events =
        new PriorityQueue<>(
            Comparator.comparingLong(Event::micros).thenComparingLong(Event::order));
    private long now;

    void add(long micros, long order) {
      events.add(new Event(Math.max(micros, now), order));
    }

    Event next() {
      Event next = events.remove();
      now = next.micros();
      return next;
    }
  }

  private static List<Long> drain(TimeWheel wheel) {
    List<Long> events = new ArrayList<>();
    while (wheel.advance()) {
      events.add(wheel.event());
    }
    return events;
  }

  /** Each event schedules others, at delays from nothing to the given one. */
  @ParameterizedTest
  @ValueSource(longs = {1, 300, 5_000, SECOND / 10, 3 * SECOND, 3600 * SECOND})
  void eventsComeAsFromAHeap(long longestMicros) {
    TimeWheel wheel = new TimeWheel();
    Model model = new Model();
    SeededRandom random = new SeededRandom(longestMicros, 0);
    long scheduled = 0;
    for (; scheduled < 500; scheduled++) {
      long micros = random.nextLong(longestMicros);
      wheel.add(micros, scheduled);
      model.add(micros, scheduled);
    }
    for (int done = 0; done < 20_000; done++) {
      Event due = model.next();
      assertTrue(wheel.advance());
      assertEquals(due, new Event(wheel.nowMicros(), wheel.event()));
      for (int i = random.nextInt(3); i > 0 || model.events.isEmpty(); i--) {
        long micros = due.micros() + random.nextLong(longestMicros) - longestMicros / 20;
        wheel.add(micros, scheduled);
        model.add(micros, scheduled++);
      }
    }
  }

  @Test
  void whatIsScheduledForOneMomentComesInTheOrderOfScheduling() {
    for (long micros : new long[] {5, 700, 10 * SECOND}) {
      TimeWheel wheel = new TimeWheel();
      List<Long> all = new ArrayList<>();
      for (long event = 0; event < 1_000; event++) {
        wheel.add(micros, event);
        all.add(event);
      }
      assertEquals(all, drain(wheel));
    }
  }

  @Test
  void aMomentFarAwayIsReachedAtOnceAndFirstComeIsFirstServedThere() {
    TimeWheel wheel = new TimeWheel();
    long far = 1_000_000 * SECOND;
    wheel.add(far, 1);
    wheel.add(far - SECOND, 2);
    assertTrue(wheel.advance());
    assertEquals(2, wheel.event());
    wheel.add(far, 3);
    assertEquals(List.of(1L, 3L), drain(wheel));
    assertEquals(far, wheel.nowMicros());
  }

  @Test
  void eventsComeInOrderBeItLateSoonOrFarAway() {
    TimeWheel wheel = new TimeWheel();
    long[] micros = {20_000, 3, 9 * SECOND, 20_000, 5_000, 0, SECOND};
    for (int i = 0; i < micros.length; i++) {
      wheel.add(micros[i], i);
    }
    assertEquals(List.of(5L, 1L, 4L, 0L, 3L, 6L, 2L), drain(wheel));
  }

  @Test
  void eventsAreWholeUpToTheirLastBit() {
    TimeWheel wheel = new TimeWheel();
    long largest = (1L << TimeWheel.EVENT_BITS) - 1;
    wheel.add(1023, largest);
    wheel.add(5 * SECOND, largest);
    assertEquals(List.of(largest, largest), drain(wheel));
    assertFalse(wheel.advance());
  }

  @Test
  void theUpcomingEventsAreThoseThatCome() {
    TimeWheel wheel = new TimeWheel();
    for (long event = 0; event < 100; event++) {
      wheel.add(5_000 + 7 * event % 50, event);
    }
    assertTrue(wheel.advance());
    int count = wheel.upcoming();
    assertEquals(99, count);
    List<Long> upcoming = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      upcoming.add(wheel.upcoming(i));
    }
    assertEquals(upcoming, drain(wheel));
  }

  @Test
  void timeThatStandsStillIsAnError() {
    TimeWheel wheel = new TimeWheel();
    wheel.add(0, 0);
    assertThrows(
        IllegalStateException.class,
        () -> {
          while (wheel.advance()) {
            wheel.add(0, 0);
          }
        });
  }
}
