package org.hearsay.node.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.Rumors;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.repair.Repair;
import org.hearsay.node.repair.RepairMessage;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Departure;
import org.hearsay.node.service.ServiceHost;
import org.hearsay.node.service.ServiceMessage;
import org.hearsay.node.store.Recovery;
import org.hearsay.node.store.RumorStore;
import org.hearsay.node.store.StoredRumor;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a node's guarantees: each part in its place, asked in the order that a rumor's way
 * through the node has.
 */
public final class Services {
  private final ServiceHost host;
  private final RumorStore store;
  private final Departure departure;

  /** Null where nobody lacks anything that the strategy does not bring. */
  private final @Nullable Repair repair;

  private Services(Provision provision, ServiceHost host, Departure departure) {
    this.host = host;
    this.store = provision.store();
    this.departure = departure;
    this.repair = provision.guarantees().repairs() ? new Repair(host) : null;
  }

  /** What keeps the guarantees of a node; null if it gives none. */
  public static @Nullable Services of(Provision provision, ServiceHost host, Departure departure) {
    return provision.guarantees().isNone() ? null : new Services(provision, host, departure);
  }

  /** Takes up what an earlier life left. Comes before everything else, once. */
  public void start() {
    takeUp(store.recover());
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
    host.counters().add(Count.RECOVERED, recovery.rumors().size());
    recovery.remarks().forEach(host::remark);
  }

  /**
   * Why a client's broadcast is not accepted at present; null if it is.
   *
   * @param client who asks, as far as its requests are told from those of others
   */
  public @Nullable String refusal(String client, JsonNode payload) {
    return null;
  }

  /** Whether there is room for a rumor that is not known. */
  public boolean admits(long rumor, int from) {
    return true;
  }

  /** A rumor has come to be known, from a peer or from a client of this node. */
  public void delivered(long rumor, int from) {
    JsonNode payload = Objects.requireNonNull(host.rumors().payload(rumor), "it is known here");
    store.append(new StoredRumor(rumor, payload, Digest.EMPTY));
  }

  /** A rumor came that is known. */
  public void repeated(long rumor, int from) {
    host.counters().add(Count.DUPLICATES, 1);
  }

  /** An envelope has come; whether its messages are to be taken in. */
  public boolean hear(int from, Envelope envelope) {
    return true;
  }

  /** Takes in a message of a peer's services. */
  public void receive(int from, ServiceMessage message) {
    if (repair != null && message instanceof RepairMessage each) {
      repair.receive(from, each);
    }
  }

  /** What one event sends a peer: it leaves now or later. */
  public void depart(int peer, List<Message> messages) {
    departure.depart(peer, messages);
  }

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} for never. */
  public long nextDeadlineMicros() {
    return repair == null ? Long.MAX_VALUE : repair.nextDeadlineMicros();
  }

  /** Does what is due. */
  public void fireTimers() {
    if (repair != null) {
      repair.fireTimers();
    }
  }

  /** The rumors that clients may read now, in the order they may see them. */
  public void readable(LongConsumer reader) {
    Rumors all = host.log().all();
    all.ids().stream().forEach(reader);
  }
}
