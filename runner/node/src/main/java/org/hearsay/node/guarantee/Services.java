package org.hearsay.node.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.LongConsumer;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.flow.FlowControl;
import org.hearsay.node.flow.Repairs;
import org.hearsay.node.repair.Repair;
import org.hearsay.node.repair.RepairMessage;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Departure;
import org.hearsay.node.service.ServiceHost;
import org.hearsay.node.service.ServiceMessage;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a node's guarantees: each part in its place, asked in the order that a rumor's way
 * through the node has.
 */
public final class Services {
  private final ServiceHost host;
  private final FlowControl flow;

  /** Null where nobody lacks anything that the strategy does not bring. */
  private final @Nullable Repair repair;

  private Services(Guarantees guarantees, ServiceHost host, Departure departure) {
    this.host = host;
    this.repair = guarantees.repairs() ? new Repair(host) : null;
    this.flow = new FlowControl(host, guarantees.flow(), departure, new Makeup());
  }

  /** Makes up for what flow control drops. */
  private final class Makeup implements Repairs {
    @Override
    public void ask(int peer) {
      if (repair != null) {
        repair.ask(peer);
      }
    }

    @Override
    public void offer(int peer, RumorIds rumors) {
      if (repair != null) {
        repair.offer(peer, rumors);
      }
    }
  }

  /** What keeps the guarantees of a node; null if it gives none. */
  public static @Nullable Services of(Provision provision, ServiceHost host, Departure departure) {
    return provision.guarantees().isNone()
        ? null
        : new Services(provision.guarantees(), host, departure);
  }

  /** Takes up what an earlier life left. Comes before everything else, once. */
  public void start() {
    if (repair != null) {
      repair.start();
    }
  }

  /**
   * Why a client's broadcast is not accepted at present; null if it is.
   *
   * @param client who asks, as far as its requests are told from those of others
   */
  public @Nullable String refusal(String client, JsonNode payload) {
    return flow.refusal(client);
  }

  /** What happens to the node next has waited so long for it. */
  public void waited(long micros) {
    flow.waited(micros);
  }

  /** Whether there is room for a rumor that is not known. */
  public boolean admits(long rumor, int from) {
    return true;
  }

  /** A rumor has come to be known, from a peer or from a client of this node. */
  public void delivered(long rumor, int from) {}

  /** A rumor came that is known. */
  public void repeated(long rumor, int from) {
    host.counters().add(Count.DUPLICATES, 1);
  }

  /** An envelope has come; whether its messages are to be taken in. */
  public boolean hear(int from, Envelope envelope) {
    return flow.hear(from, envelope);
  }

  /** Takes in a message of a peer's services. */
  public void receive(int from, ServiceMessage message) {
    if (repair != null && message instanceof RepairMessage each) {
      repair.receive(from, each);
    }
  }

  /** What one event sends a peer: it leaves now or later. */
  public void depart(int peer, List<Message> messages) {
    flow.depart(peer, messages);
  }

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} for never. */
  public long nextDeadlineMicros() {
    return Math.min(
        repair == null ? Long.MAX_VALUE : repair.nextDeadlineMicros(), flow.nextDeadlineMicros());
  }

  /** Does what is due. */
  public void fireTimers() {
    if (repair != null) {
      repair.fireTimers();
    }
    flow.fireTimers();
  }

  /** The rumors that clients may read now, in the order they may see them. */
  public void readable(LongConsumer reader) {
    Rumors all = host.log().all();
    all.ids().stream().forEach(reader);
  }
}
