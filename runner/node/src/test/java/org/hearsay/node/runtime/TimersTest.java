package org.hearsay.node.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Guards against timers that fire early, twice, after being cleared, or without end. */
final class TimersTest {
  private final Bench bench = new Bench();

  @BeforeEach
  void theClockDoesNotBeginAtZero() {
    bench.advanceTo(1000);
  }

  @Test
  void withoutATimerThereIsNoDeadline() {
    assertEquals(Long.MAX_VALUE, bench.runtime.nextDeadlineMicros());
    assertEquals(List.of(), bench.timersFiredAt(Long.MAX_VALUE));
  }

  @Test
  void aTimerFiresOnceAndNotBeforeItsDeadline() {
    schedule(7, 50);
    assertEquals(1050, bench.runtime.nextDeadlineMicros());
    assertEquals(List.of(), bench.timersFiredAt(1049));
    assertEquals(List.of(7), bench.timersFiredAt(1050));
    assertEquals(List.of(), bench.timersFiredAt(9999));
    assertEquals(Long.MAX_VALUE, bench.runtime.nextDeadlineMicros());
  }

  @Test
  void anotherDeadlineReplacesTheOneBefore() {
    schedule(7, 50);
    schedule(7, 80);
    assertEquals(1080, bench.runtime.nextDeadlineMicros());
    assertEquals(List.of(), bench.timersFiredAt(1079));
    assertEquals(List.of(7), bench.timersFiredAt(1080));

    schedule(7, 80);
    schedule(7, 50);
    assertEquals(List.of(7), bench.timersFiredAt(1080 + 50));
    assertEquals(List.of(), bench.timersFiredAt(9999));
  }

  @Test
  void aClearedTimerDoesNotFire() {
    schedule(7, 50);
    schedule(8, 60);
    bench.inCallback(node -> node.cancel(7));
    assertEquals(1060, bench.runtime.nextDeadlineMicros());
    assertEquals(List.of(8), bench.timersFiredAt(9999));
  }

  @Test
  void clearingATimerThatIsNotSetDoesNothing() {
    bench.inCallback(node -> node.cancel(7));
    assertEquals(List.of(), bench.timersFiredAt(9999));
  }

  @Test
  void timersFireInOrderOfDeadlineAndThenOfBeingSet() {
    schedule(1, 50);
    schedule(2, 40);
    schedule(3, 50);
    schedule(4, 50);
    schedule(1, 50);
    assertEquals(List.of(2, 3, 4, 1), bench.timersFiredAt(1050));
  }

  @Test
  void aZeroDelayTimerIsDueAtOnce() {
    schedule(7, 0);
    assertEquals(1000, bench.runtime.nextDeadlineMicros());
    assertEquals(List.of(7), bench.timersFiredAt(1000));
  }

  @Test
  void aTimerSetByAFiringTimerWaitsForTheNextCallEvenIfDueAtOnce() {
    bench.script.onTimer = (node, timer) -> node.schedule(timer, 0);
    schedule(7, 50);
    schedule(8, 50);
    assertEquals(List.of(7, 8), bench.timersFiredAt(1050));
    assertEquals(1050, bench.runtime.nextDeadlineMicros());
    assertEquals(List.of(7, 8), bench.timersFiredAt(1050));
  }

  @Test
  void aFiringTimerCanClearAndPostponeOthersThatAreDue() {
    bench.script.onTimer =
        (node, timer) -> {
          if (timer == 1) {
            node.cancel(2);
            node.schedule(3, 10);
          }
        };
    schedule(1, 50);
    schedule(2, 50);
    schedule(3, 50);
    assertEquals(List.of(1), bench.timersFiredAt(1050));
    assertEquals(List.of(3), bench.timersFiredAt(1060));
  }

  @Test
  void theLongestDelayIsNeverNotNow() {
    schedule(7, Long.MAX_VALUE);
    assertEquals(List.of(), bench.timersFiredAt(1_000_000));
    assertEquals(Long.MAX_VALUE, bench.runtime.nextDeadlineMicros());
  }

  @Test
  void aNegativeDelayOrTimerIsRefused() {
    bench.inCallback(
        node -> {
          assertThrows(IllegalArgumentException.class, () -> node.schedule(7, -1));
          assertThrows(IllegalArgumentException.class, () -> node.schedule(-1, 7));
        });
    assertEquals(Long.MAX_VALUE, bench.runtime.nextDeadlineMicros());
  }

  private void schedule(int timer, long delayMicros) {
    bench.inCallback(node -> node.schedule(timer, delayMicros));
  }
}
