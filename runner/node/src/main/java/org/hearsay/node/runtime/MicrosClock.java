package org.hearsay.node.runtime;

/** A clock that never goes back; only differences mean anything. */
@FunctionalInterface
public interface MicrosClock {

  /** Microseconds since an arbitrary moment. */
  long nowMicros();
}
