package org.hearsay.process.os;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hearsay.scenario.time.Schedule;

/** The time of this machine: what is due, and what other threads hand in, in one thread. */
public final class RealTime implements Schedule {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long LONGEST_WAIT_MICROS = 100_000;

  private record Event(long micros, long order, Runnable action) {}

  private final long startNanos = System.nanoTime();
  private final PriorityQueue<Event> due =
      new PriorityQueue<>(Comparator.comparingLong(Event::micros).thenComparingLong(Event::order));
  private final LinkedBlockingQueue<Runnable> handedIn = new LinkedBlockingQueue<>();
  private long orders;

  @Override
  public long nowMicros() {
    return (System.nanoTime() - startNanos) / NANOS_PER_MICRO;
  }

  @Override
  public void at(long micros, Runnable action) {
    due.add(new Event(micros, orders++, action));
  }

  /** Hands in something to do as soon as possible; any thread may. */
  void hand(Runnable action) {
    handedIn.add(action);
  }

  /** Does what is due and what is handed in, by turns, until a condition holds. */
  public void run(BooleanSupplier until) throws InterruptedException {
    while (!until.getAsBoolean()) {
      Event first = due.peek();
      long waitMicros =
          first == null
              ? LONGEST_WAIT_MICROS
              : Math.min(first.micros - nowMicros(), LONGEST_WAIT_MICROS);
      if (first != null && waitMicros <= 0) {
        due.remove().action.run();
      }
      Runnable next = handedIn.poll(Math.max(0, waitMicros), TimeUnit.MICROSECONDS);
      if (next != null) {
        next.run();
      }
    }
  }
}
