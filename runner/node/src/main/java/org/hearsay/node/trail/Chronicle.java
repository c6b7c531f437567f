package org.hearsay.node.trail;

import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.service.ServiceHost;
import org.slf4j.event.Level;

/** Where it is written what happens to rumors. */
public interface Chronicle {
  /** Nowhere. */
  Chronicle NONE =
      new Chronicle() {
        @Override
        public boolean takes(Level level) {
          return false;
        }

        @Override
        public void write(RumorEvent event, long rumor, int peer, int hop) {}
      };

  /** A peer or a hop that nobody knows. */
  int UNKNOWN = ServiceHost.NOBODY;

  /** Whether what is of this level is written. */
  boolean takes(Level level);

  /**
   * Something has happened to a rumor.
   *
   * @param peer with whom, or {@link #UNKNOWN}
   * @param hop how many hops it took to this node, or {@link #UNKNOWN}
   */
  void write(RumorEvent event, long rumor, int peer, int hop);
}
