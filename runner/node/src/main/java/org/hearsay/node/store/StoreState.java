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
 */
public record StoreState(long commits, long base, long end, long life, long lifeBase, Digest gone) {
  /** The state of a store that is new. */
  static final StoreState NEW = new StoreState(0, 0, 0, 0, 0, Digest.EMPTY);
}
