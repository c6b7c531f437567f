package org.hearsay.node.store;

import java.util.List;
import org.hearsay.api.Digest;

/** Where a node keeps rumors over its lives. Whoever runs the node sees to it that it commits. */
public interface RumorStore extends AutoCloseable {
  /** Keeps nothing. */
  RumorStore NONE =
      new RumorStore() {
        @Override
        public Recovery recover() {
          return Recovery.NOTHING;
        }

        @Override
        public void append(StoredRumor rumor) {}

        @Override
        public void forget(long count, Digest gone) {}

        @Override
        public boolean hasUncommitted() {
          return false;
        }

        @Override
        public void commit() {}

        @Override
        public void close() {}
      };

  /**
   * Begins a life of the node; when this returns it is remembered.
   *
   * @param proposed a number for it
   * @return with the same number, or a larger one if an earlier life had one that is as large
   */
  default Life beginLife(long proposed) {
    return new Life(proposed, false);
  }

  /**
   * What there is to say about what earlier lives left, a line each: an end that was cut, what a
   * salvage lost. It is said nowhere else, and in no later life.
   */
  default List<String> remarks() {
    return List.of();
  }

  /** What earlier lives left. Asked once, before anything is added. */
  Recovery recover();

  /** Adds a rumor behind all others. It is safe after the next commit. */
  void append(StoredRumor rumor);

  /**
   * Lets the oldest rumors go, or hears of others that are gone.
   *
   * @param count how many more of them, perhaps none
   * @param gone all that were ever known and are no longer kept
   */
  void forget(long count, Digest gone);

  /** Whether anything has changed since the last commit. */
  boolean hasUncommitted();

  /**
   * Makes all changes safe: when this returns they survive the end of the process.
   *
   * @throws StoreException if they are not: nothing that depends on them may leave the node, now or
   *     later
   */
  void commit();

  /** Commits and lets go of whatever the store holds. */
  @Override
  void close();
}
