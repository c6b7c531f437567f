package org.hearsay.node.runtime;

import java.util.List;
import org.hearsay.api.Message;

/** Where a node's envelopes leave: the only way out of a {@link NodeRuntime}. */
@FunctionalInterface
public interface Outlet {

  /** Sends one envelope, which counts as one message on the wire. The list is the receiver's. */
  void send(int peer, List<Message> messages);
}
