package org.hearsay.process.os;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hearsay.scenario.time.Schedule;

/** The time of this machine: what is due, and what other threads hand in, in one thread. */
public final class RealTime implements Schedule {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long LONGEST_WAIT_MICROS = 100_000;

  /** What is due comes up to half of this early or late; Maelstrom is up to a millisecond early. */
  private static final long PASS_MICROS = 500;

  private record Event(long micros, long order, Runnable action) {}

  private final long startNanos = System.nanoTime();
  private final PriorityQueue<Event> due =
      new PriorityQueue<>(Comparator.comparingLong(Event::micros).thenComparingLong(Event::order));
  private final LinkedBlockingQueue<Runnable> handedIn = new LinkedBlockingQueue<>();
  private final List<Runnable> endOfPass = new ArrayList<>();
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

  /** Does something when all that is due now is done. */
  void atEndOfPass(Runnable action) {
    endOfPass.add(action);
  }

  /**
   * Does what is due and what is handed in until a condition holds, in passes that are a little
   * apart: what comes close together, as much does, costs one pass.
   */
  public void run(BooleanSupplier until) throws InterruptedException {
    while (!until.getAsBoolean()) {
      long passMicros = nowMicros();
      awaitWork();
      // What becomes due meanwhile comes next: else a pass might never end.
      long untilMicros = nowMicros() + PASS_MICROS / 2;
      for (Event first = due.peek();
          first != null && first.micros <= untilMicros;
          first = due.peek()) {
        due.remove().action.run();
      }
      List<Runnable> handed = new ArrayList<>();
      handedIn.drainTo(handed);
      handed.forEach(Runnable::run);
      endOfPass.forEach(Runnable::run);
      endOfPass.clear();
      long restMicros = passMicros + PASS_MICROS - nowMicros();
      if (restMicros > 0) {
        TimeUnit.MICROSECONDS.sleep(restMicros);
      }
    }
  }

  private void awaitWork() throws InterruptedException {
    Event first = due.peek();
    long waitMicros =
        first == null
            ? LONGEST_WAIT_MICROS
            : Math.min(first.micros - PASS_MICROS / 2 - nowMicros(), LONGEST_WAIT_MICROS);
    if (waitMicros > 0) {
      Runnable next = handedIn.poll(waitMicros, TimeUnit.MICROSECONDS);
      if (next != null) {
        next.run();
      }
    }
  }
}
