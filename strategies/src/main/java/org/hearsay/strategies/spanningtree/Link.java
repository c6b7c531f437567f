package org.hearsay.strategies.spanningtree;

import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.jspecify.annotations.Nullable;

/** What a node keeps about one neighbor. */
final class Link {
  private final int peer;
  private final Origins lazyOrigins = new Origins();
  private RumorIds unannounced = RumorIds.NONE;
  private @Nullable Digest heard;
  private boolean patient;

  /** A link of every origin's tree until proven needless. */
  Link(int peer) {
    this.peer = peer;
  }

  int peer() {
    return peer;
  }

  /** Whether the neighbor is pushed to, being next to this node in the tree of an origin. */
  boolean isEager(int origin) {
    return !lazyOrigins.contains(origin);
  }

  void setEager(int origin, boolean inTree) {
    if (inTree) {
      lazyOrigins.remove(origin);
    } else {
      lazyOrigins.add(origin);
    }
  }

  /** Adds to what will be announced; a summary makes up for what exceeds the limit. */
  void announceLater(RumorIds ids, int limit) {
    unannounced = RumorIds.builder().addAll(unannounced).addAll(ids).build().limit(limit);
  }

  /** What is to be announced now. */
  RumorIds takeUnannounced() {
    RumorIds ids = unannounced;
    unannounced = RumorIds.NONE;
    return ids;
  }

  /** Takes in what the neighbor says it knows; it compares, so this node need not. */
  void hear(Digest digest) {
    heard = digest;
    patient = true;
  }

  /** Whether the neighbor is known to know what a digest says. */
  boolean isInSync(Digest digest) {
    return digest.equals(heard);
  }

  /**
   * Whether it is up to this node to compare now. Of two the one with the smaller number begins;
   * the other lets one turn pass after each summary it heard.
   */
  boolean takeTurn(int self) {
    boolean mine = self < peer || !patient;
    patient = false;
    return mine;
  }
}
