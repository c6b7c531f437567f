package org.hearsay.simulation.time;

import java.util.TreeMap;

/**
 * Events in order of their time, and of their scheduling where times are equal: a wheel of buckets,
 * each sorted when its time has come. An event is a number of {@value #EVENT_BITS} bits that means
 * something to the caller only; it costs 8 bytes while it waits, and as much time however many
 * wait.
 *
 * <p>Three things hold events. The <i>wheel</i> has a bucket for each 1.024 ms of the turn that is
 * under way and of the next one. Later ones are <i>far</i>: they lie in the order of their
 * scheduling and join the wheel before anything else can be put into their turn, so that no order
 * is lost. What is scheduled into the bucket that is open is <i>late</i> and waits in a heap.
 */
public final class TimeWheel {
  /** How many bits an event may have. */
  public static final int EVENT_BITS = 54;

  static final int MICROS_BITS = Long.SIZE - EVENT_BITS;
  private static final int TURN_BITS = 10;
  private static final int BUCKETS = 2 << TURN_BITS;
  private static final long EVENT_MASK = (1L << EVENT_BITS) - 1;

  /** More than any run needs; a timer that sets itself without a delay gets there. */
  private static final int MOST_AT_ONCE = 10_000_000;

  private final ChunkStore store = new ChunkStore();
  private final int[] firstChunks = new int[BUCKETS];

  /** For each bucket the place after its last event, at the start of a chunk if that is full. */
  private final int[] ends = new int[BUCKETS];

  private final long[] occupied = new long[BUCKETS / Long.SIZE];
  private final TreeMap<Long, FarEvents> farByTurn = new TreeMap<>();
  private final LateEvents late = new LateEvents();
  private final BucketSort sort = new BucketSort();

  private long nowMicros;
  private long event;

  /** The open bucket by its number since the start of time, and the events in it, in order. */
  private long openBucket;

  private long[] open = new long[0];
  private int position;
  private int end;

  /** Where the open events that come before any late one end, at least. */
  private int quickEnd;

  private long turn;

  /** The first bucket that is too far for the wheel. */
  private long wheelEnd = BUCKETS;

  private int lateAtOnce;

  /** Microseconds since the start. */
  public long nowMicros() {
    return nowMicros;
  }

  /** The event that {@link #advance} moved to. */
  public long event() {
    return event;
  }

  /** How many events are known to come next, before anything else unless that is added. */
  public int upcoming() {
    return quickEnd - position;
  }

  /** An event that comes after so many of the {@link #upcoming} ones. */
  public long upcoming(int after) {
    return open[position + after] & EVENT_MASK;
  }

  /**
   * Schedules an event at a time, or as soon as possible if that is past.
   *
   * @param scheduled 0 or larger, of {@value #EVENT_BITS} bits at most
   */
  public void add(long micros, long scheduled) {
    long bucket = micros >> MICROS_BITS;
    if (bucket > openBucket && bucket < wheelEnd) {
      put(bucket, micros << EVENT_BITS | scheduled);
    } else {
      addElsewhere(micros, scheduled);
    }
  }

  private void addElsewhere(long micros, long scheduled) {
    if (micros >> MICROS_BITS <= openBucket) {
      late.add(Math.max(micros, nowMicros), scheduled);
      quickEnd = position;
    } else {
      farByTurn
          .computeIfAbsent(micros >> MICROS_BITS >> TURN_BITS, unused -> new FarEvents())
          .add(micros, scheduled);
    }
  }

  private void put(long bucket, long timed) {
    int slot = (int) bucket & (BUCKETS - 1);
    int place = ends[slot];
    if ((place & (ChunkStore.CHUNK - 1)) == 0) {
      place = newChunk(slot);
    }
    store.set(place, timed);
    ends[slot] = place + 1;
  }

  private int newChunk(int slot) {
    int chunk;
    if (isOccupied(slot)) {
      chunk = store.takeAfter(ChunkStore.chunk(ends[slot] - 1));
    } else {
      chunk = store.take();
      firstChunks[slot] = chunk;
      occupied[slot >> 6] |= 1L << slot;
    }
    return ChunkStore.place(chunk);
  }

  private boolean isOccupied(int slot) {
    return (occupied[slot >> 6] & 1L << slot) != 0;
  }

  /** Moves time on to the next event; whether there was one. */
  public boolean advance() {
    if (position < quickEnd) {
      takeNext();
      return true;
    }
    return advanceElsewhere();
  }

  private void takeNext() {
    long timed = open[position++];
    nowMicros = openMicros(timed);
    event = timed & EVENT_MASK;
  }

  private long openMicros(long timed) {
    return openBucket << MICROS_BITS | timed >>> EVENT_BITS;
  }

  private boolean advanceElsewhere() {
    if (position == end && late.isEmpty() && !openNextBucket()) {
      return false;
    }
    if (position < end && (late.isEmpty() || openMicros(open[position]) <= late.firstMicros())) {
      takeNext();
    } else {
      takeLate();
    }
    quickEnd = late.isEmpty() ? end : position;
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
    end = sort.sort(store, firstChunks[slot], ends[slot]);
    open = sort.sorted();
    position = 0;
    store.giveBack(firstChunks[slot], ChunkStore.chunk(ends[slot] - 1));
    ends[slot] = 0;
    return true;
  }

  /** The first bucket after the open one that holds anything, or -1. */
  private long firstOccupied() {
    long bucket = Math.max(openBucket + 1, turn << TURN_BITS);
    while (bucket < wheelEnd) {
      int slot = (int) bucket & (BUCKETS - 1);
      long word = occupied[slot >> 6] >>> slot;
      if (word != 0) {
        return bucket + Long.numberOfTrailingZeros(word);
      }
      bucket = (bucket | (Long.SIZE - 1)) + 1;
    }
    return -1;
  }

  /** Puts the far events of a turn and of the next one into the wheel. */
  private void turnTo(long next) {
    for (long joining = Math.max(turn + 2, next); joining <= next + 1; joining++) {
      FarEvents far = farByTurn.remove(joining);
      if (far != null) {
        for (int i = 0; i < far.size(); i++) {
          put(far.micros(i) >> MICROS_BITS, far.micros(i) << EVENT_BITS | far.event(i));
        }
      }
    }
    turn = next;
    wheelEnd = (next << TURN_BITS) + BUCKETS;
  }
}
