package org.hearsay.node.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.RumorIds;
import org.hearsay.node.flow.FlowControl;
import org.hearsay.node.flow.Repairs;
import org.hearsay.node.order.ReadersView;
import org.hearsay.node.repair.Repair;
import org.hearsay.node.retention.Retention;
import org.hearsay.node.retention.RetentionLimits;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Departure;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.service.Service;
import org.hearsay.node.service.ServiceHost;
import org.hearsay.node.service.ServiceMessage;
import org.hearsay.node.store.Recovery;
import org.hearsay.node.store.Storage;
import org.hearsay.node.trail.Trail;
import org.jspecify.annotations.Nullable;

/** What keeps a node's guarantees, put together. */
public final class Services {
  private final ServiceHost host;
  private final Storage storage;
  private final FlowControl flow;

  /** Null where nobody lacks anything that the strategy does not bring. */
  private final @Nullable Repair repair;

  /** What readers are shown, where there is an order to it. */
  private final @Nullable ReadersView view;

  private final @Nullable Retention retention;

  /** All that there are, in the order in which they are told and asked. */
  private final List<Service> services;

  private Services(
      Provision provision, ServiceHost host, Departure departure, @Nullable Trail trail) {
    Guarantees guarantees = provision.guarantees();
    RetentionLimits limits = guarantees.retention();
    this.host = host;
    this.repair = guarantees.repairs() ? new Repair(host, this::room) : null;
    this.view =
        ReadersView.of(
            guarantees.order(), host, limits.count() == 0 ? Long.MAX_VALUE : limits.count());
    this.retention =
        limits.equals(RetentionLimits.NONE)
            ? null
            : new Retention(
                limits, host, provision.store(), this::isHeldBack, this::collected, this::ask);
    this.storage = new Storage(provision.store(), host, this::after);
    this.flow =
        new FlowControl(
            host,
            guarantees.flow(),
            view == null ? departure : view.accompanying(departure),
            new Makeup());
    this.services =
        Stream.<@Nullable Service>of(trail, flow, retention, view, storage, repair)
            .filter(Objects::nonNull)
            .<Service>map(Objects::requireNonNull)
            .toList();
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

  /** Whether a rumor must not be let go, as readers have not seen it yet. */
  private boolean isHeldBack(long rumor) {
    return view != null && view.holdsBack(rumor);
  }

  private void collected(long rumor) {
    if (view != null) {
      view.collected(rumor);
    }
  }

  private void ask(int peer) {
    if (repair != null) {
      repair.ask(peer);
    }
  }

  /** For how many more rumors of peers there is room now. */
  private long room() {
    return retention == null ? Long.MAX_VALUE : retention.room();
  }

  private @Nullable Digest after(long rumor) {
    return view == null ? Digest.EMPTY : view.after(rumor);
  }

  /** Takes up what an earlier life left. Comes before everything else, once. */
  public void start() {
    Recovery recovery = storage.takeUp();
    if (view != null) {
      recovery.rumors().forEach(stored -> view.restore(stored.rumor(), stored.after()));
    }
    services.forEach(Service::start);
  }

  /** Why a client's broadcast is not accepted at present; null if it is. */
  public @Nullable String refusal(String client, JsonNode payload) {
    for (Service service : services) {
      String refusal = service.refusal(client, payload);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  /** Why a value can never be accepted, whoever broadcasts it; null if it may be. */
  public @Nullable String objection(JsonNode payload) {
    for (Service service : services) {
      String objection = service.objection(payload);
      if (objection != null) {
        return objection;
      }
    }
    return null;
  }

  /** What happens to the node next has waited so long for it. */
  public void waited(long micros) {
    flow.waited(micros);
  }

  /** Whether there is room for a rumor that is not known. */
  public boolean admits(long rumor, int from) {
    for (Service service : services) {
      if (!service.admits(rumor, from)) {
        return false;
      }
    }
    return true;
  }

  /** A rumor has come to be known, from a peer or from a client of this node. */
  public void delivered(long rumor, int from) {
    host.note(from == host.id() ? RumorEvent.BEGUN : RumorEvent.DELIVERED, rumor, from);
    for (Service service : services) {
      service.delivered(rumor, from);
    }
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
  public boolean hear(int from, List<? extends Message> messages) {
    boolean heard = true;
    for (Service service : services) {
      heard &= service.hear(from, messages);
    }
    return heard;
  }

  /** Rumors come in an envelope that their sender has let go: nobody will bring them any more. */
  public void forgo(RumorIds absent) {
    if (!absent.isEmpty()) {
      host.forgo(absent, ServiceHost.NOBODY);
    }
  }

  /** Rumors have become known as gone. */
  public void learned() {
    services.forEach(Service::learned);
  }

  /** An envelope that has come was taken in, or not. */
  public void taken(List<? extends Message> messages) {
    services.forEach(service -> service.taken(messages));
  }

  /** Takes in a message of a peer's services. */
  public void receive(int from, ServiceMessage message) {
    services.forEach(service -> service.receive(from, message));
  }

  /** What one event sends a peer: it leaves now or later. */
  public void depart(int peer, List<Message> messages) {
    flow.depart(peer, messages);
  }

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} for never. */
  public long nextDeadlineMicros() {
    long next = Long.MAX_VALUE;
    for (Service service : services) {
      next = Math.min(next, service.nextDeadlineMicros());
    }
    return next;
  }

  /** Does what is due. */
  public void fireTimers() {
    services.forEach(Service::fireTimers);
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
