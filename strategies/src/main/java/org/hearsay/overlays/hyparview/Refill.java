package org.hearsay.overlays.hyparview;

/** When a node looks for a neighbor in place of one that took another. */
enum Refill {
  /** As soon as it has gone. */
  AT_ONCE,
  /** With the next shuffle, as in simulations that go in cycles. */
  WITH_SHUFFLE
}
