package org.hearsay.strategies.spanningtree;

/**
 * The origin whose rumors shape the tree, as one node sees it: the smallest number heard from
 * lately.
 *
 * <p>One rumor, flooding any cycles there are, is late on one link of each, and so leaves a tree
 * when it prunes those. Two rumors under way at once may be late on different links of the same
 * cycle and prune both, which cuts nodes off. So no more than one at a time is let shape the tree:
 * rumors of one origin, some time apart. Nodes may disagree for a moment on who that is, at the
 * risk of a cut that grafts mend.
 */
final class Shaper {
  /** The shaper named by a push that leaves the tree as it is. */
  static final int NOBODY = -1;

  private final long spacingMicros;
  private final long memoryMicros;
  private int origin = Integer.MAX_VALUE;
  private long heardMicros;

  /**
   * Anybody, at first.
   *
   * @param spacingMicros how long one rumor is given to shape the tree before the next
   * @param memoryMicros how long an origin that is not heard from stays in charge
   */
  Shaper(long spacingMicros, long memoryMicros) {
    this.spacingMicros = spacingMicros;
    this.memoryMicros = memoryMicros;
  }

  /** Says who shapes the tree by a rumor that begins here: this node, or nobody. */
  int claim(int self, long nowMicros) {
    boolean tooSoon = origin == self && nowMicros - heardMicros < spacingMicros;
    return !tooSoon && accepts(self, nowMicros) ? self : NOBODY;
  }

  /** Whether a rumor that names a shaper shapes the tree here; if so, the shaper is in charge. */
  boolean accepts(int shaper, long nowMicros) {
    boolean outranked = shaper > origin && nowMicros - heardMicros < memoryMicros;
    if (shaper == NOBODY || outranked) {
      return false;
    }
    origin = shaper;
    heardMicros = nowMicros;
    return true;
  }
}
