package org.hearsay.node.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.hearsay.api.Message;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Departure;
import org.hearsay.node.service.Service;
import org.hearsay.node.service.ServiceHost;
import org.jspecify.annotations.Nullable;

/** Keeps a node, and those that it talks to, from being asked for more than they can do. */
public final class FlowControl implements Departure, Service {
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

  @Override
  public @Nullable String refusal(String client, JsonNode payload) {
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

  @Override
  public boolean hear(int from, List<? extends Message> messages) {
    if (flows != null) {
      flows.heard(from, messages);
    }
    return peerRates == null || peerRates.admits(from, messages);
  }

  @Override
  public void depart(int peer, List<Message> messages) {
    departure.depart(peer, messages);
  }

  @Override
  public long nextDeadlineMicros() {
    return flows == null ? Long.MAX_VALUE : flows.nextDeadlineMicros();
  }

  @Override
  public void fireTimers() {
    if (flows != null) {
      flows.fireTimers();
    }
  }
}
