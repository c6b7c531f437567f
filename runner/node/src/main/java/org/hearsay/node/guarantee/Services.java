package org.hearsay.node.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.flow.FlowControl;
import org.hearsay.node.flow.Repairs;
import org.hearsay.node.order.After;
import org.hearsay.node.order.Order;
import org.hearsay.node.order.ReadersView;
import org.hearsay.node.repair.Repair;
import org.hearsay.node.repair.RepairMessage;
import org.hearsay.node.retention.Retention;
import org.hearsay.node.retention.RetentionLimits;
import org.hearsay.node.retention.StabilityMessage;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Departure;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.service.ServiceHost;
import org.hearsay.node.service.ServiceMessage;
import org.hearsay.node.store.Recovery;
import org.hearsay.node.store.RumorStore;
import org.hearsay.node.store.StoredRumor;
import org.hearsay.node.trail.Hops;
import org.hearsay.node.trail.Trail;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a node's guarantees: each part in its place, asked in the order that a rumor's way
 * through the node has.
 */
public final class Services {
  private final ServiceHost host;
  private final RumorStore store;
  private final Departure departure;
  private final FlowControl flow;

  /** Null where nobody lacks anything that the strategy does not bring. */
  private final @Nullable Repair repair;

  /** What readers are shown, where there is an order to it. */
  private final @Nullable ReadersView view;

  private final @Nullable Retention retention;
  private final @Nullable Trail trail;

  private Services(
      Provision provision, ServiceHost host, Departure departure, @Nullable Trail trail) {
    Guarantees guarantees = provision.guarantees();
    this.host = host;
    this.store = provision.store();
    this.departure = departure;
    this.trail = trail;
    this.repair = guarantees.repairs() ? new Repair(host, this::room) : null;
    this.view = guarantees.order() == Order.NONE ? null : ReadersView.of(guarantees.order(), host);
    RetentionLimits limits = guarantees.retention();
    this.retention =
        limits.equals(RetentionLimits.NONE)
            ? null
            : new Retention(limits, host, store, this::isHeldBack, this::collected, this::ask);
    this.flow = new FlowControl(host, guarantees.flow(), this::leave, new Makeup());
  }

  /** Makes up for what flow control drops. */
  private final class Makeup implements Repairs {
    @Override
    public void ask(int peer) {
      Services.this.ask(peer);
    }

    @Override
    public void offer(int peer, RumorIds rumors) {
      if (repair != null) {
        repair.offer(peer, rumors);
      }
    }
  }

  /** For how many more rumors of peers there is room now. */
  private long room() {
    return retention == null ? Long.MAX_VALUE : retention.room();
  }

  private void ask(int peer) {
    if (repair != null) {
      repair.ask(peer);
    }
  }

  /** Whether a rumor must not be let go, as readers have not seen it yet. */
  private boolean isHeldBack(long rumor) {
    return view != null && view.holdsBack(rumor);
  }

  private void collected(long rumor) {
    if (view != null) {
      view.collected(rumor);
    }
  }

  private void leave(int peer, List<Message> messages) {
    departure.depart(peer, view == null ? messages : view.accompany(messages));
  }

  /**
   * What keeps the guarantees of a node; null if it gives none.
   *
   * @param trail the ways of rumors through the node; null if nobody wants to know them
   */
  public static @Nullable Services of(
      Provision provision, ServiceHost host, Departure departure, @Nullable Trail trail) {
    return provision.guarantees().isNone() ? null : new Services(provision, host, departure, trail);
  }

  /** Takes up what an earlier life left. Comes before everything else, once. */
  public void start() {
    takeUp(store.recover());
    if (retention != null) {
      retention.start();
    }
    if (repair != null) {
      repair.start();
    }
  }

  private void takeUp(Recovery recovery) {
    for (StoredRumor stored : recovery.rumors()) {
      host.rumors().store(stored.rumor(), stored.payload());
      host.recover(stored.rumor());
    }
    host.log().forgo(recovery.gone());
    host.log().settle();
    if (view != null) {
      recovery.rumors().forEach(stored -> view.restore(stored.rumor(), stored.after()));
    }
    host.counters().add(Count.RECOVERED, recovery.rumors().size());
    recovery.remarks().forEach(host::remark);
  }

  /**
   * Why a client's broadcast is not accepted at present; null if it is.
   *
   * @param client who asks, as far as its requests are told from those of others
   */
  public @Nullable String refusal(String client, JsonNode payload) {
    String refusal = flow.refusal(client);
    return refusal == null && retention != null ? retention.refusal(payload) : refusal;
  }

  /** What happens to the node next has waited so long for it. */
  public void waited(long micros) {
    flow.waited(micros);
  }

  /** Whether there is room for a rumor that is not known. */
  public boolean admits(long rumor, int from) {
    return (view == null || view.admits(rumor, from))
        && (retention == null || retention.admits(rumor, from));
  }

  /** A rumor has come to be known, from a peer or from a client of this node. */
  public void delivered(long rumor, int from) {
    host.note(from == host.id() ? RumorEvent.BEGUN : RumorEvent.DELIVERED, rumor, from);
    if (retention != null) {
      retention.delivered(rumor);
    }
    if (view != null) {
      view.delivered(rumor, from);
    }
    JsonNode payload = Objects.requireNonNull(host.rumors().payload(rumor), "it is known here");
    store.append(new StoredRumor(rumor, payload, view == null ? Digest.EMPTY : view.after(rumor)));
  }

  /** A rumor that is not known came, and there was no room for it. */
  public void turnedAway(long rumor, int from) {
    host.note(RumorEvent.TURNED_AWAY, rumor, from);
  }

  /** A rumor came that is known. */
  public void repeated(long rumor, int from) {
    host.counters().add(Count.DUPLICATES, 1);
    host.note(RumorEvent.REPEATED, rumor, from);
  }

  /** An envelope has come; whether its messages are to be taken in. */
  public boolean hear(int from, Envelope envelope) {
    if (trail != null) {
      trail.hear();
    }
    if (view != null) {
      view.begin();
    }
    return flow.hear(from, envelope);
  }

  /** Rumors come in an envelope that their sender has let go: nobody will bring them any more. */
  public void forgo(RumorIds absent) {
    for (int i = 0; i < absent.size(); i++) {
      if (host.log().forgo(absent.get(i))) {
        host.counters().add(Count.FORGONE, 1);
        host.note(RumorEvent.FORGONE, absent.get(i));
      }
    }
    if (!absent.isEmpty()) {
      learned();
    }
  }

  private void learned() {
    if (retention != null) {
      retention.learned();
    }
    if (view != null) {
      view.forgone();
    }
  }

  /** An envelope that has come was taken in, or not. */
  public void taken(Envelope envelope) {
    if (retention != null) {
      retention.taken(envelope);
    }
  }

  /** Takes in a message of a peer's services. */
  public void receive(int from, ServiceMessage message) {
    if (repair != null && message instanceof RepairMessage each) {
      repair.receive(from, each);
      learned();
    } else if (retention != null && message instanceof StabilityMessage each) {
      retention.receive(from, each);
    } else if (view != null && message instanceof After each) {
      view.receive(each);
    } else if (trail != null && message instanceof Hops each) {
      trail.receive(each);
    }
  }

  /** What one event sends a peer: it leaves now or later. */
  public void depart(int peer, List<Message> messages) {
    flow.depart(peer, messages);
  }

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} for never. */
  public long nextDeadlineMicros() {
    long next = flow.nextDeadlineMicros();
    if (repair != null) {
      next = Math.min(next, repair.nextDeadlineMicros());
    }
    if (retention != null) {
      next = Math.min(next, retention.nextDeadlineMicros());
    }
    return view == null ? next : Math.min(next, view.nextDeadlineMicros());
  }

  /** Does what is due. */
  public void fireTimers() {
    if (repair != null) {
      repair.fireTimers();
    }
    if (retention != null) {
      retention.fireTimers();
    }
    if (view != null) {
      view.fireTimers();
    }
    flow.fireTimers();
  }

  /** The rumors that clients may read now, in the order they may see them. */
  public void readable(LongConsumer reader) {
    if (view == null) {
      host.log().all().ids().stream().forEach(reader);
    } else {
      view.readable(reader);
    }
  }
}
