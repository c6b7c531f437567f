package org.hearsay.simulation.nodes;

import java.util.Arrays;

/** Numbers from 0 for the rumors of a run, in order of registration: an open-addressing table. */
public final class RumorNumbers {
  private static final int NONE = -1;
  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  private long[] rumors = new long[16];
  private int[] table = emptyTable(64);
  private int size;

  private static int[] emptyTable(int length) {
    int[] table = new int[length];
    Arrays.fill(table, NONE);
    return table;
  }

  /** Gives a rumor the next number. */
  public int register(long rumor) {
    if (size == rumors.length) {
      rumors = Arrays.copyOf(rumors, size * 2);
    }
    rumors[size] = rumor;
    if (size * 2 == table.length) {
      table = emptyTable(table.length * 2);
      for (int number = 0; number < size; number++) {
        enter(number);
      }
    }
    enter(size);
    return size++;
  }

  private void enter(int number) {
    int place = place(rumors[number]);
    while (table[place] != NONE) {
      place = (place + 1) & (table.length - 1);
    }
    table[place] = number;
  }

  /** Fibonacci hashing (Knuth, volume 3, section 6.4). */
  private int place(long rumor) {
    return (int) ((rumor * GOLDEN_RATIO) >>> Integer.SIZE) & (table.length - 1);
  }

  /**
   * The number of a rumor.
   *
   * @throws IllegalArgumentException if it has none
   */
  public int of(long rumor) {
    int place = place(rumor);
    while (table[place] != NONE) {
      if (rumors[table[place]] == rumor) {
        return table[place];
      }
      place = (place + 1) & (table.length - 1);
    }
    throw new IllegalArgumentException("Nobody has begun a rumor " + rumor);
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
