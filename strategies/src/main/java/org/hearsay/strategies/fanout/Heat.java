package org.hearsay.strategies.fanout;

/**
 * A node's interest in one rumor: for how many cycles it pushed it, and to how many contacts in a
 * row for nothing.
 *
 * <p>Feedback arrives some cycles after its push, and none arrives from a contact that needed the
 * rumor. A cycle that fewer contacts answered than were pushed to was therefore useful, and so was
 * one skipped between two answers. No clock is needed to tell.
 */
final class Heat {
  private int cycles;
  private long answeredCycle;
  private int answers;
  private int unneededBefore;

  /** Interest that arises in a cycle, whose push was too early for it. */
  Heat(long cycle) {
    answeredCycle = cycle;
  }

  /** Counts a cycle that pushed the rumor and returns how many did. */
  int pushed() {
    return ++cycles;
  }

  /**
   * Counts a contact that knew the rumor.
   *
   * @param cycle the cycle that pushed to the contact; an answer overtaken by one to a later cycle
   *     does not count
   * @param contacts how many contacts a cycle has
   * @return how many contacts in a row have known it
   */
  int unneeded(long cycle, int contacts) {
    if (cycle > answeredCycle) {
      boolean unbroken = cycle == answeredCycle + 1 && answers == contacts;
      unneededBefore = unbroken ? unneededBefore + answers : 0;
      answeredCycle = cycle;
      answers = 0;
    }
    if (cycle == answeredCycle) {
      answers++;
    }
    return unneededBefore + answers;
  }
}
