package org.hearsay.node.order;

/** In which order rumors are shown to those who read. */
public enum Order {
  /** As they come. */
  NONE,
  /** Those of one origin as that origin broadcast them. */
  FIFO,
  /** None before those that its origin had shown to its own readers when it broadcast it. */
  CAUSAL
}
