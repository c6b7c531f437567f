package org.hearsay.node.journal;

import org.slf4j.event.Level;

/** Takes what a node has to say while it runs. */
@FunctionalInterface
public interface Journal {
  /** Nobody listens. */
  Journal NONE =
      new Journal() {
        @Override
        public void write(Entry entry) {}

        @Override
        public boolean takes(Level level) {
          return false;
        }
      };

  /** Takes an entry. */
  void write(Entry entry);

  /** Whether entries of this level are kept: others need not be made. */
  default boolean takes(Level level) {
    return true;
  }

  /** This journal for the entries of one node. */
  default Journal of(String node) {
    Journal all = this;
    return new Journal() {
      @Override
      public void write(Entry entry) {
        all.write(entry.by(node));
      }

      @Override
      public boolean takes(Level level) {
        return all.takes(level);
      }
    };
  }
}
