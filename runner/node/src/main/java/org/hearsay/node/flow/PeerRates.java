package org.hearsay.node.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.flow.FlowMessage.FlowCongested;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.ServiceHost;

/**
 * How many envelopes a second a peer may send, and as many at once after a second. Those beyond it
 * are ignored; their sender is told that it is too fast, once in a while, and asked for what was
 * missed as soon as it is not. What overlay and failure detector say is always heard, as who is not
 * answered is taken for dead; so is that this node itself is too fast, or two would tell each other
 * nothing else.
 */
final class PeerRates {
  private static final long TELL_MICROS = 200_000;
  private static final long REPAIR_MICROS = 1_000_000;

  /** One peer, and what it was told and asked when. */
  private static final class Limited {
    private final TokenBucket bucket;
    private long toldMicros = Long.MIN_VALUE / 2;
    private long repairedMicros = Long.MIN_VALUE / 2;
    private boolean missed;

    Limited(TokenBucket bucket) {
      this.bucket = bucket;
    }
  }

  private final ServiceHost host;
  private final double ratePerSecond;
  private final Repairs repairs;
  private final Map<Integer, Limited> peers = new HashMap<>();

  PeerRates(ServiceHost host, double ratePerSecond, Repairs repairs) {
    this.host = host;
    this.ratePerSecond = ratePerSecond;
    this.repairs = repairs;
  }

  /** Whether an envelope counts. */
  boolean admits(int from, List<? extends Message> messages) {
    if (messages.stream().allMatch(PeerRates::isAlwaysHeard)) {
      return true;
    }
    long now = host.nowMicros();
    Limited peer =
        peers.computeIfAbsent(
            from, unused -> new Limited(new TokenBucket(ratePerSecond, ratePerSecond, now)));
    if (peer.bucket.take(now)) {
      makeUp(from, peer, now);
      return true;
    }
    host.counters().add(Count.RATE_LIMITED, 1);
    peer.missed = true;
    if (now - peer.toldMicros >= TELL_MICROS) {
      peer.toldMicros = now;
      host.send(from, new FlowCongested());
    }
    return false;
  }

  private static boolean isAlwaysHeard(Message message) {
    return Envelope.isOfMembership(message) || message instanceof FlowCongested;
  }

  private void makeUp(int from, Limited peer, long now) {
    if (peer.missed && now - peer.repairedMicros >= REPAIR_MICROS) {
      peer.missed = false;
      peer.repairedMicros = now;
      repairs.ask(from);
    }
  }
}
