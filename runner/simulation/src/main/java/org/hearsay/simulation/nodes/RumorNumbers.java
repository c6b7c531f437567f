package org.hearsay.simulation.nodes;

import java.util.Arrays;

/** Numbers from 0 for the rumors of a run, in order of registration: an open-addressing table. */
public final class RumorNumbers {
  private static final long NONE = -1;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private long[] rumors = new long[16];
  private int size;
  private long[] keys = emptyKeys(64);
  private int[] numbers = new int[64];

  private static long[] emptyKeys(int length) {
    long[] keys = new long[length];
    Arrays.fill(keys, NONE);
    return keys;
  }

  /** Gives a rumor the next number. */
  public int register(long rumor) {
    if (size == rumors.length) {
      rumors = Arrays.copyOf(rumors, size * 2);
    }
    rumors[size] = rumor;
    if (size * 2 == keys.length) {
      keys = emptyKeys(keys.length * 2);
      numbers = new int[keys.length];
      for (int number = 0; number < size; number++) {
        enter(number);
      }
    }
    enter(size);
    return size++;
  }

  private void enter(int number) {
    int place = place(rumors[number]);
    while (keys[place] != NONE) {
      place = next(place);
    }
    keys[place] = rumors[number];
    numbers[place] = number;
  }

  /** Fibonacci hashing (Knuth, volume 3, section 6.4). */
  private int place(long rumor) {
    return (int) ((rumor * GOLDEN_RATIO) >>> Integer.SIZE) & (keys.length - 1);
  }

  private int next(int place) {
    return (place + 1) & (keys.length - 1);
  }

  /**
   * The number of a rumor.
   *
   * @throws IllegalArgumentException if it has none
   */
  public int of(long rumor) {
    int place = place(rumor);
    while (keys[place] != rumor) {
      if (keys[place] == NONE) {
        throw new IllegalArgumentException("Nobody has begun a rumor " + rumor);
      }
      place = next(place);
    }
    return numbers[place];
  }

  /** The rumor with a number. */
  public long rumor(int number) {
    return rumors[number];
  }

  /** How many rumors are registered. */
  public int size() {
    return size;
  }
}
