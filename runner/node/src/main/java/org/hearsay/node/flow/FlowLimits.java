package org.hearsay.node.flow;

/**
 * How much a node sends and takes in.
 *
 * @param controlled whether what is on its way to a peer is bounded by what that peer acknowledges
 * @param clientRate how many requests a second a client may make; 0 for any number
 * @param peerRate how many envelopes a second a peer may send; 0 for any number
 */
public record FlowLimits(boolean controlled, double clientRate, double peerRate) {
  /** Everything is sent and taken in at once. */
  public static final FlowLimits NONE = new FlowLimits(false, 0, 0);

  /** A peer that may send less cannot even ask for what it missed, and be given it. */
  public static final double LEAST_PEER_RATE = 5;

  /** Checks the rates. */
  public FlowLimits {
    if (!(clientRate >= 0 && peerRate >= 0)) {
      throw new IllegalArgumentException("A rate cannot be negative");
    }
  }

  /** Whether a message may be dropped for it. */
  public boolean drops() {
    return controlled || peerRate > 0;
  }
}
