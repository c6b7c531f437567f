package org.hearsay.benchmarks;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.simulation.time.TimeWheel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What does it cost to take the next event out of a queue and to put another one in, 10 to 100 ms
 * later, while so many are pending (the hold model)? The simulation's wheel beside heaps.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@State(Scope.Benchmark)
public class EventQueue {
  private static final int DELAYS = 1 << 16;
  private static final int EVENT_BITS = 20;

  /** What keeps the events in order. */
  public enum Kind {
    WHEEL,
    HEAP_OF_LONGS,
    HEAP_OF_OBJECTS
  }

  /** Events by time. */
  private interface Queue {
    void add(long micros, int event);

    /** Takes out the event that is next, and returns its time. */
    long next();
  }

  /** The queue. */
  @Param public Kind kind = Kind.WHEEL;

  /** How many events are in it. */
  @Param({"1000", "100000", "1000000"})
  public int pending;

  private Queue queue = new Wheel();
  private long[] delays = new long[0];
  private int draws;

  /** Fills the queue. */
  @Setup
  public void fill() {
    queue =
        switch (kind) {
          case WHEEL -> new Wheel();
          case HEAP_OF_LONGS -> new HeapOfLongs();
          case HEAP_OF_OBJECTS -> new HeapOfObjects();
        };
    SeededRandom random = new SeededRandom(1, pending);
    delays = LongStream.generate(() -> random.nextLong(10_000, 100_000)).limit(DELAYS).toArray();
    for (int event = 0; event < pending; event++) {
      queue.add(random.nextLong(100_000), event);
    }
  }

  /** One event out and one in; returns the time, which must not go back. */
  @Benchmark
  public long hold() {
    long now = queue.next();
    draws = (draws + 1) & (DELAYS - 1);
    queue.add(now + delays[draws], draws);
    return now;
  }

  private static final class Wheel implements Queue {
    private final TimeWheel wheel = new TimeWheel();

    @Override
    public void add(long micros, int event) {
      wheel.add(micros, event);
    }

    @Override
    public long next() {
      if (!wheel.advance()) {
        throw new IllegalStateException("Nothing is pending");
      }
      return wheel.nowMicros();
    }
  }

  /** Time and event in one number, as a heap of the JDK's can have it. */
  private static final class HeapOfLongs implements Queue {
    private final PriorityQueue<Long> heap = new PriorityQueue<>();

    @Override
    public void add(long micros, int event) {
      heap.add(micros << EVENT_BITS | event);
    }

    @Override
    public long next() {
      return heap.remove() >> EVENT_BITS;
    }
  }

  private static final class HeapOfObjects implements Queue {
    private record Event(long micros, long order, int what) {}

    private final PriorityQueue<Event> heap =
        new PriorityQueue<>(
            Comparator.comparingLong(Event::micros).thenComparingLong(Event::order));
    private long orders;

    @Override
    public void add(long micros, int event) {
      heap.add(new Event(micros, orders++, event));
    }

    @Override
    public long next() {
      return heap.remove().micros();
    }
  }
}
