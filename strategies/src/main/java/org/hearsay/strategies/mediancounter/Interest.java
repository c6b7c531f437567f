package org.hearsay.strategies.mediancounter;

/**
 * A node's interest in one rumor. In state B it has a counter, which grows after a round in which
 * more partners were ahead of it, or level, than behind; above the highest it is in state C, for so
 * many rounds. What is heard in a round counts when it ends.
 */
final class Interest {
  private final int highest;
  private final long learnedInRound;
  private int counter = 1;
  private int lastRounds;
  private int ahead;
  private boolean heardOfC;

  Interest(int highest, long learnedInRound) {
    this.highest = highest;
    this.learnedInRound = learnedInRound;
  }

  long learnedInRound() {
    return learnedInRound;
  }

  /** The counter in state B. */
  int counter() {
    return counter;
  }

  boolean isInStateC() {
    return counter > highest;
  }

  /** Whether state C is over. */
  boolean isOver() {
    return isInStateC() && lastRounds >= highest;
  }

  /** A partner in state B spreads the rumor. */
  void heard(int partnersCounter) {
    ahead += partnersCounter >= counter ? 1 : 0;
  }

  /** A partner is in state C. */
  void heardOfC() {
    heardOfC = true;
  }

  /** A partner is in state D. */
  void heardOfD() {
    ahead++;
  }

  /**
   * Ends a round.
   *
   * @param partners how many there were
   * @param isFirst whether the rumor was learned in it: then it may change to state C alone
   */
  void endRound(int partners, boolean isFirst) {
    if (isInStateC()) {
      lastRounds++;
    } else if (heardOfC) {
      counter = highest + 1;
    } else if (!isFirst && ahead > partners - ahead) {
      counter++;
    }
    ahead = 0;
    heardOfC = false;
  }
}
