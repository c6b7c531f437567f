package org.hearsay.node.flow;

import org.hearsay.api.RumorIds;

/** Makes up for what did not get through. */
public interface Repairs {

  /** Finds out what a peer and this node lack of each other's, and supplies it. */
  void ask(int peer);

  /** Offers a peer rumors that it may lack. */
  void offer(int peer, RumorIds rumors);
}
