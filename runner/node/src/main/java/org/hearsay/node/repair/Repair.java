package org.hearsay.node.repair;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.hearsay.api.Digest;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.codec.Json;
import org.hearsay.node.repair.RepairMessage.RepairOffer;
import org.hearsay.node.repair.RepairMessage.RepairReply;
import org.hearsay.node.repair.RepairMessage.RepairRequest;
import org.hearsay.node.repair.RepairMessage.RepairSummary;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.service.Service;
import org.hearsay.node.service.ServiceHost;
import org.hearsay.node.service.ServiceMessage;

/**
 * Anti-entropy of the runtime's own, beneath every strategy: nodes that are linked tell each other
 * which rumors they know, and ask for what they lack. It brings what a strategy does not: rumors of
 * an earlier life, rumors that a full outbox dropped, what there was no room for.
 *
 * <p>Each {@link #INTERVAL_MICROS} a node takes up with one neighbor, by turns, unless both have
 * told each other the same already: a cluster that is idle and in agreement is silent. What a
 * neighbor knows may be on its way here by the strategy, so it is asked for only if it is still
 * missing after {@link #PATIENCE_MICROS}; a node that remembers an earlier life knows that it has
 * missed something, and does not wait. Who has been short of a rumor offers it to its other
 * neighbors, as they may be short of it for the same reason. {@link Strangers} are told news, too.
 */
public final class Repair implements Service {
  /** How often a node takes up with a neighbor. */
  public static final long INTERVAL_MICROS = 1_000_000;

  /** How long a node waits for what a neighbor knows to come by the strategy. */
  public static final long PATIENCE_MICROS = 2_000_000;

  /** How many rumors are asked for at a time. */
  static final int BATCH = 1_000;

  /** With so much text a reply is full: a node reads lines of so many times that. */
  static final int REPLY_CHARS = 1_000_000;

  private static final long NEVER = Long.MAX_VALUE;

  /** What a neighbor and this node have told each other. */
  private static final class Correspondence {
    private Digest told = Digest.EMPTY;
    private Digest heard = Digest.EMPTY;

    /** What the neighbor knew when waiting for it began. */
    private Digest awaited = Digest.EMPTY;

    private long awaitedUntilMicros = NEVER;
    private boolean hasAnswered;
    private boolean hasSpoken;

    /** Whether there is nothing to say; with one never heard of there is, as it may have more. */
    boolean agrees(Digest known) {
      return hasSpoken && told.equals(known) && heard.equals(known);
    }
  }

  private final ServiceHost host;
  private final LongSupplier room;
  private final Map<Integer, Correspondence> byPeer = new TreeMap<>();
  private long turnMicros = NEVER;

  /** The earliest of all {@code awaitedUntilMicros}: a node asks after each event. */
  private long overdueMicros = NEVER;

  private final Strangers strangers = new Strangers();
  private int turn;
  private boolean returning;

  /** The repair of one node, which has not started. */
  public Repair(ServiceHost host) {
    this(host, () -> Long.MAX_VALUE);
  }

  /**
   * The repair of one node that has not room for everything.
   *
   * @param room for how many rumors there is room now
   */
  public Repair(ServiceHost host, LongSupplier room) {
    this.host = host;
    this.room = room;
  }

  /** Begins: a node that remembers an earlier life asks every neighbor what it has missed. */
  @Override
  public void start() {
    turnMicros = host.nowMicros() + host.random().nextLong(INTERVAL_MICROS) + 1;
    returning = host.log().size() > 0;
    if (returning) {
      Peers neighbors = host.neighbors();
      for (int i = 0; i < neighbors.size(); i++) {
        ask(neighbors.get(i));
      }
    }
  }

  /** Asks a peer what it knows, and tells it what is known here. */
  public void ask(int peer) {
    tell(peer, true);
  }

  /** Offers a peer rumors that it may lack. */
  public void offer(int peer, RumorIds rumors) {
    host.send(peer, new RepairOffer(rumors));
  }

  private void tell(int peer, boolean asks) {
    Digest known = host.log().digest();
    with(peer).told = known;
    host.send(peer, new RepairSummary(known, host.log().gone(), asks));
  }

  private Correspondence with(int peer) {
    return byPeer.computeIfAbsent(peer, unused -> new Correspondence());
  }

  /** Takes in a message. */
  @Override
  public void receive(int from, ServiceMessage message) {
    if (message instanceof RepairSummary summary) {
      onSummary(from, summary);
    } else if (message instanceof RepairOffer offer) {
      request(from, unknown(offer.ids()));
    } else if (message instanceof RepairRequest request) {
      supply(from, request.ids());
    } else if (message instanceof RepairReply reply) {
      onReply(from, reply);
    }
  }

  private void onSummary(int from, RepairSummary summary) {
    Correspondence with = with(from);
    with.heard = summary.known();
    with.hasSpoken = true;
    host.forgo(summary.gone());
    if (returning && !with.hasAnswered) {
      with.hasAnswered = true;
      request(from, host.log().missingHere(with.heard));
    } else if (with.awaitedUntilMicros == NEVER && lacksAnyOf(with.heard)) {
      with.awaited = with.heard;
      with.awaitedUntilMicros = host.nowMicros() + PATIENCE_MICROS;
      overdueMicros = Math.min(overdueMicros, with.awaitedUntilMicros);
    }
    strangers.heard(from);
    if (summary.asks()) { // Even in agreement: what was told before may have been lost.
      if (!host.neighbors().contains(from)) {
        strangers.meet(from);
      }
      tell(from, false);
    }
  }

  private boolean lacksAnyOf(Digest known) {
    return !host.log().missingHere(known).isEmpty();
  }

  /** Asks a peer for rumors that it has, as far as there is room. */
  public void request(int peer, RumorIds missing) {
    int most = (int) Math.min(BATCH, missing.isEmpty() ? 0 : room.getAsLong());
    if (most > 0) {
      host.send(peer, new RepairRequest(missing.limit(most)));
    }
  }

  private RumorIds unknown(RumorIds ids) {
    return RumorIds.of(ids.stream().filter(rumor -> !host.log().contains(rumor)).toArray());
  }

  /** Supplies as many of the rumors as fit in a reply; for the rest the peer asks again. */
  private void supply(int peer, RumorIds ids) {
    RumorIds.Builder kept = RumorIds.builder();
    RumorIds.Builder gone = RumorIds.builder();
    int chars = 0;
    for (int i = 0; i < ids.size() && chars < REPLY_CHARS; i++) {
      long rumor = ids.get(i);
      if (host.log().retains(rumor)) {
        kept.add(rumor);
        chars += Json.text(Objects.requireNonNull(host.rumors().payload(rumor))).length();
      } else if (host.log().contains(rumor)) {
        gone.add(rumor);
      }
    }
    if (kept.size() + gone.size() > 0) {
      host.send(peer, new RepairReply(new Rumors(kept.build()), gone.build()));
    }
  }

  private void onReply(int from, RepairReply reply) {
    Rumors fresh = host.deliver(reply.rumors(), from);
    fresh.ids().stream().forEach(rumor -> host.note(RumorEvent.REPAIRED, rumor, from));
    host.counters().add(Count.REPAIRED, fresh.size());
    if (fresh.size() + host.forgo(reply.gone(), from) > 0) {
      request(from, host.log().missingHere(with(from).heard));
    }
    if (!fresh.isEmpty()) {
      offerToAllBut(from, fresh.ids());
    }
  }

  private void offerToAllBut(int peer, RumorIds fresh) {
    Peers neighbors = host.neighbors();
    for (int i = 0; i < neighbors.size(); i++) {
      if (neighbors.get(i) != peer) {
        host.send(neighbors.get(i), new RepairOffer(fresh));
      }
    }
  }

  @Override
  public long nextDeadlineMicros() {
    return Math.min(turnMicros, overdueMicros);
  }

  /** Asks for what has not come, and takes up with the neighbor whose turn it is. */
  @Override
  public void fireTimers() {
    if (overdueMicros <= host.nowMicros()) {
      overdueMicros = NEVER;
      byPeer.forEach(this::requestOverdue);
    }
    if (turnMicros <= host.nowMicros()) {
      turnMicros = host.nowMicros() + INTERVAL_MICROS;
      takeTurn();
    }
  }

  private void requestOverdue(int peer, Correspondence with) {
    if (with.awaitedUntilMicros <= host.nowMicros()) {
      with.awaitedUntilMicros = NEVER;
      request(peer, host.log().missingHere(with.awaited));
    }
    overdueMicros = Math.min(overdueMicros, with.awaitedUntilMicros);
  }

  private void takeTurn() {
    Peers neighbors = host.neighbors();
    Digest known = host.log().digest();
    for (int i = 0; i < neighbors.size(); i++) {
      int peer = neighbors.get(Math.floorMod(turn++, neighbors.size()));
      if (!with(peer).agrees(known)) {
        ask(peer);
        return;
      }
    }
    int stranger = strangers.next(peer -> !neighbors.contains(peer) && !with(peer).agrees(known));
    if (stranger >= 0) {
      ask(stranger);
    }
  }
}
