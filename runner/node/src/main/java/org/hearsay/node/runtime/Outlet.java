package org.hearsay.node.runtime;

import org.hearsay.node.codec.Envelope;

/** Where a node's envelopes leave: the only way out of a {@link NodeRuntime}. */
@FunctionalInterface
public interface Outlet {

  /** Sends one envelope, which counts as one message on the wire. */
  void send(int peer, Envelope envelope);
}
