package org.hearsay.node.flow;

import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Departure;
import org.hearsay.node.service.ServiceHost;
import org.jspecify.annotations.Nullable;

/** Keeps a node, and those that it talks to, from being asked for more than they can do. */
public final class FlowControl implements Departure {
  private final ServiceHost host;
  private final Departure departure;
  private final Lag lag = new Lag();
  private final @Nullable PeerFlows flows;
  private final @Nullable Admission admission;
  private final @Nullable ClientRates clientRates;
  private final @Nullable PeerRates peerRates;

  /**
   * The flow control of one node.
   *
   * @param departure where envelopes go that may leave
   * @param repairs makes up for what was dropped
   */
  public FlowControl(ServiceHost host, FlowLimits limits, Departure departure, Repairs repairs) {
    this.host = host;
    this.flows = limits.controlled() ? new PeerFlows(host, departure, repairs, lag) : null;
    this.departure = flows == null ? departure : flows;
    this.admission = flows == null ? null : new Admission(lag, flows::arePressed);
    this.clientRates = limits.clientRate() > 0 ? new ClientRates(limits.clientRate()) : null;
    this.peerRates = limits.peerRate() > 0 ? new PeerRates(host, limits.peerRate(), repairs) : null;
  }

  /** What the node does next has waited so long for it. */
  public void waited(long micros) {
    if (flows != null) {
      long now = host.nowMicros();
      long before = lag.micros(now);
      lag.waited(micros, now);
      if (lag.micros(now) != before) {
        host.counters().set(Count.LOOP_LAG_MICROS, lag.micros(now));
      }
    }
  }

  /** Why a client's broadcast is not accepted at present; null if it is. */
  public @Nullable String refusal(String client) {
    long now = host.nowMicros();
    String refusal = clientRates == null ? null : clientRates.refusal(client, now);
    if (refusal == null && admission != null) {
      refusal = admission.refusal(now);
    }
    if (refusal != null) {
      host.counters().add(Count.REFUSED, 1);
    }
    return refusal;
  }

  /** An envelope has come; whether its messages are to be taken in. */
  public boolean hear(int from, Envelope envelope) {
    if (flows != null) {
      flows.heard(from, envelope);
    }
    return peerRates == null || peerRates.admits(from, envelope);
  }

  @Override
  public void depart(int peer, List<Message> messages) {
    departure.depart(peer, messages);
  }

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} for never. */
  public long nextDeadlineMicros() {
    return flows == null ? Long.MAX_VALUE : flows.nextDeadlineMicros();
  }

  /** Does what is due. */
  public void fireTimers() {
    if (flows != null) {
      flows.fireTimers();
    }
  }
}
