package org.hearsay.simulation.time;

import java.util.TreeMap;

/**
 * Events in order of their time, and of their scheduling where times are equal: a wheel of buckets,
 * each sorted when its time has come. An event is a number of {@value #EVENT_BITS} bits that means
 * something to the caller only; it costs 8 bytes while it waits, and the same however many wait.
 *
 * <p>Three things hold events. The <i>wheel</i> has a bucket for each {@value #BUCKET_MICROS} µs of
 * the turn that is under way and of the next one. Later ones are <i>far</i>: they lie in the order
 * of their scheduling and join the wheel before anything else can be put into their turn, so that
 * no order is lost. What is scheduled into the bucket that is open is <i>late</i> and waits in a
 * heap.
 */
public final class TimeWheel {
  /** How many bits an event may have. */
  public static final int EVENT_BITS = 56;

  private static final int BUCKET_MICROS_BITS = 8;
  private static final int BUCKET_MICROS = 1 << BUCKET_MICROS_BITS;
  private static final int TURN_BITS = 11;
  private static final int BUCKETS = 2 << TURN_BITS;
  private static final long EVENT_MASK = (1L << EVENT_BITS) - 1;

  /** More than any run needs; a timer that sets itself without a delay gets there. */
  private static final int MOST_AT_ONCE = 10_000_000;

  private final ChunkList.Pool pool = new ChunkList.Pool();
  private final ChunkList[] buckets = new ChunkList[BUCKETS];
  private final long[] occupied = new long[BUCKETS / Long.SIZE];
  private final TreeMap<Long, ChunkList> farByTurn = new TreeMap<>();
  private final LateEvents late = new LateEvents();
  private final BucketSort sort = new BucketSort();

  private long nowMicros;
  private long event;

  /** The open bucket by its number since the start of time, and the events in it, in order. */
  private long openBucket;

  private long[] open = new long[0];
  private int position;
  private int end;

  private long turn;
  private int lateAtOnce;

  /** A wheel at time 0, empty. */
  public TimeWheel() {
    for (int i = 0; i < BUCKETS; i++) {
      buckets[i] = new ChunkList(pool);
    }
  }

  /** Microseconds since the start. */
  public long nowMicros() {
    return nowMicros;
  }

  /** The event that {@link #advance} moved to. */
  public long event() {
    return event;
  }

  /**
   * Schedules an event at a time, or as soon as possible if that is past.
   *
   * @param scheduled 0 or larger, of {@value #EVENT_BITS} bits at most
   */
  public void add(long micros, long scheduled) {
    long bucket = micros >> BUCKET_MICROS_BITS;
    if (bucket <= openBucket) {
      late.add(Math.max(micros, nowMicros), scheduled);
    } else if (bucket >> TURN_BITS <= turn + 1) {
      put(bucket, (micros & (BUCKET_MICROS - 1)) << EVENT_BITS | scheduled);
    } else {
      farByTurn
          .computeIfAbsent(bucket >> TURN_BITS, unused -> new ChunkList(pool))
          .addPair(micros, scheduled);
    }
  }

  private void put(long bucket, long timed) {
    int slot = (int) bucket & (BUCKETS - 1);
    buckets[slot].add(timed);
    occupied[slot >> 6] |= 1L << slot;
  }

  /** Moves time on to the next event; whether there was one. */
  public boolean advance() {
    while (position == end && late.isEmpty()) {
      if (!openNextBucket()) {
        return false;
      }
    }
    if (position < end) {
      long timed = open[position];
      long micros = (openBucket << BUCKET_MICROS_BITS) + (timed >>> EVENT_BITS);
      if (late.isEmpty() || micros <= late.firstMicros()) {
        position++;
        nowMicros = micros;
        event = timed & EVENT_MASK;
        return true;
      }
    }
    takeLate();
    return true;
  }

  private void takeLate() {
    long micros = late.firstMicros();
    lateAtOnce = micros == nowMicros ? lateAtOnce + 1 : 0;
    if (lateAtOnce == MOST_AT_ONCE) {
      throw new IllegalStateException(
          "Time stands still: " + MOST_AT_ONCE + " events at one moment");
    }
    nowMicros = micros;
    event = late.removeFirst();
  }

  /** Opens the first bucket that holds anything; whether there is one. */
  private boolean openNextBucket() {
    long next = firstOccupied();
    if (next < 0 && !farByTurn.isEmpty()) {
      turnTo(farByTurn.firstKey());
      next = firstOccupied();
    }
    if (next < 0) {
      return false;
    }
    openBucket = next;
    if (next >> TURN_BITS > turn) {
      turnTo(next >> TURN_BITS);
    }
    int slot = (int) next & (BUCKETS - 1);
    occupied[slot >> 6] &= ~(1L << slot);
    end = buckets[slot].size();
    open = sort.sorted(buckets[slot]);
    buckets[slot].clear();
    position = 0;
    return true;
  }

  /** The first bucket after the open one that holds anything, or -1. */
  private long firstOccupied() {
    long bucket = Math.max(openBucket + 1, turn << TURN_BITS);
    long limit = (turn + 2) << TURN_BITS;
    while (bucket < limit) {
      int slot = (int) bucket & (BUCKETS - 1);
      long word = occupied[slot >> 6] >>> slot;
      if (word != 0) {
        return bucket + Long.numberOfTrailingZeros(word);
      }
      bucket = (bucket | (Long.SIZE - 1)) + 1;
    }
    return -1;
  }

  private void turnTo(long next) {
    for (long loaded = Math.max(turn + 2, next); loaded <= next + 1; loaded++) {
      ChunkList far = farByTurn.remove(loaded);
      if (far != null) {
        far.forEachPair(
            (micros, scheduled) ->
                put(
                    micros >> BUCKET_MICROS_BITS,
                    (micros & (BUCKET_MICROS - 1)) << EVENT_BITS | scheduled));
        far.clear();
      }
    }
    turn = next;
  }
}
