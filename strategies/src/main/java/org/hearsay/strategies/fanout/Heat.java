package org.hearsay.strategies.fanout;

/**
 * A node's interest in one rumor: for how many cycles it passed it on, and how often in a row for
 * nothing.
 *
 * <p>Feedback on a push arrives some cycles later, and none arrives from a contact that needed the
 * rumor. A cycle that fewer contacts answered than were pushed to was therefore useful, and so was
 * one skipped between two answers. No clock is needed to tell.
 *
 * <p>How many will ask for a rumor in a cycle nobody knows, so that those who did say either way
 * whether they needed it. What they say counts for the cycle in which it is heard.
 */
final class Heat {
  private final long learnedInCycle;
  private int cycles;
  private long answeredCycle;
  private int answers;
  private int unneededBefore;
  private boolean heard;
  private boolean needed;
  private int cyclesInVain;

  /** Interest that arises in a cycle, whose push was too early for it. */
  Heat(long cycle) {
    learnedInCycle = cycle;
    answeredCycle = cycle;
  }

  long learnedInCycle() {
    return learnedInCycle;
  }

  /** A cycle begins that passes the rumor on. */
  void passOn() {
    cycles++;
  }

  /** How many cycles passed it on. */
  int cycles() {
    return cycles;
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

  /** Takes in whether somebody who asked for the rumor needed it. */
  void answered(boolean itWasNeeded) {
    heard = true;
    needed |= itWasNeeded;
  }

  /** Ends a cycle, and says whether somebody was heard of in it and nobody needed the rumor. */
  boolean endsInVain() {
    boolean inVain = heard && !needed;
    cyclesInVain = needed ? 0 : inVain ? cyclesInVain + 1 : cyclesInVain;
    heard = false;
    needed = false;
    return inVain;
  }

  /** How many cycles in a row, but for those in which nobody was heard of, ended in vain. */
  int cyclesInVain() {
    return cyclesInVain;
  }
}
