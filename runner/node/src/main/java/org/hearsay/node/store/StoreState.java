package org.hearsay.node.store;

import org.hearsay.api.Digest;

/**
 * What a store says of itself with each commit.
 *
 * @param commits how many there have been, this one included
 * @param base the position of the oldest rumor that is kept
 * @param end the position behind the newest one
 * @param life which life of the node wrote last
 * @param lifeBase where that life began to write
 * @param gone all rumors that were ever known and are no longer kept
 * @param lossy whether something is lost that had been safe, in this life or before
 */
public record StoreState(
    long commits, long base, long end, long life, long lifeBase, Digest gone, boolean lossy) {
  /** The state of a store that is new. */
  static final StoreState NEW = new StoreState(0, 0, 0, 0, 0, Digest.EMPTY, false);

  /** After one more commit. */
  StoreState committed() {
    return new StoreState(commits + 1, base, end, life, lifeBase, gone, lossy);
  }

  /** As a life begins. */
  StoreState begun(long nextLife) {
    return new StoreState(commits, base, end, nextLife, end, gone, lossy);
  }

  /** With one more rumor. */
  StoreState appended() {
    return new StoreState(commits, base, end + 1, life, lifeBase, gone, lossy);
  }

  /** With another beginning, and more that is gone. */
  StoreState forgotten(long nextBase, Digest nowGone) {
    return new StoreState(commits, nextBase, end, life, lifeBase, nowGone, lossy);
  }

  /** After a loss. */
  StoreState afterLoss() {
    return new StoreState(commits, base, end, life, lifeBase, gone, true);
  }
}
