package org.hearsay.simulation.time;

import java.util.Arrays;

/** Numbers from 0 that are used again, the last ones given back first. */
public final class FreeNumbers {
  private final int limit;
  private int[] free = new int[64];
  private int frees;
  private int used;

  /** Numbers below a limit. */
  public FreeNumbers(int limit) {
    this.limit = limit;
  }

  /**
   * The smallest number never used, unless one was given back.
   *
   * @throws IllegalStateException if all are in use
   */
  public int take() {
    if (frees > 0) {
      return free[--frees];
    }
    if (used == limit) {
      throw new IllegalStateException("More than " + limit + " things are under way at once");
    }
    return used++;
  }

  /** Frees a number. */
  public void giveBack(int number) {
    if (frees == free.length) {
      free = Arrays.copyOf(free, frees * 2);
    }
    free[frees++] = number;
  }
}
