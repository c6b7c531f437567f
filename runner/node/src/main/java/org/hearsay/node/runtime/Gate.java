package org.hearsay.node.runtime;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.membership.Membership;
import org.hearsay.node.service.Departure;
import org.jspecify.annotations.Nullable;

/** Where envelopes leave a node: not for peers that are down, and with what joins them there. */
public final class Gate implements Departure {
  private final Outlet outlet;
  private final @Nullable Membership membership;
  private final NodeListener listener;

  /** A gate; without membership everything leaves as it is. */
  public Gate(Outlet outlet, @Nullable Membership membership, NodeListener listener) {
    this.outlet = outlet;
    this.membership = membership;
    this.listener = listener;
  }

  @Override
  public void depart(int peer, List<Message> messages) {
    if (membership == null) {
      outlet.send(peer, Envelope.of(messages));
    } else if (membership.admits(peer)) {
      membership.departing(peer);
      outlet.send(peer, membership.envelope(peer, messages));
    } else {
      listener.withheld(peer);
    }
  }
}
