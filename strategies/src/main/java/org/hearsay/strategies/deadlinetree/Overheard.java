package org.hearsay.strategies.deadlinetree;

import org.hearsay.api.Digest;
import org.hearsay.api.Node;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Tell;

/**
 * Notices what was lost on the way from whom it began with: whoever tells all of a rumor says what
 * else it knows, and what it knows was told to all before. What does not come after all is asked
 * for there. If that is lost as well, the next who tells of something shows it again.
 */
final class Overheard {
  private final int timer;

  private boolean watching;
  private int teller;
  private Digest told = Digest.EMPTY;
  private long askedMicros = Long.MIN_VALUE / 2;

  Overheard(int timer) {
    this.timer = timer;
  }

  void onTell(Node<DeadlineTreeMessage> node, int from, Tell tell, RoundTrip trip) {
    boolean asking = node.nowMicros() - askedMicros < trip.timeoutMicros();
    if (!watching && !asking && !node.log().missingHere(tell.digest()).isEmpty()) {
      watching = true;
      teller = from;
      told = tell.digest();
      node.schedule(timer, trip.spreadMicros());
    }
  }

  /** Asks for what has not come by now, on behalf of a tree. */
  void fire(Node<DeadlineTreeMessage> node, Tree tree) {
    watching = false;
    if (!node.log().missingHere(told).isEmpty()) {
      askedMicros = node.nowMicros();
      tree.offer(node, teller);
    }
  }
}
