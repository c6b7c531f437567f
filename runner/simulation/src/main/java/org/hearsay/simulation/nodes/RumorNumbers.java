package org.hearsay.simulation.nodes;

import java.util.Arrays;
import org.hearsay.node.runtime.SeededRandom;

/** Numbers from 0 for the rumors of a run, in order of registration: an open-addressing table. */
public final class RumorNumbers {
  private static final int NONE = -1;

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

  private int place(long rumor) {
    return (int) SeededRandom.mix(rumor) & (table.length - 1);
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
