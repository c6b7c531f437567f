package org.hearsay.node.repair;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.hearsay.api.Digest;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.repair.RepairMessage.RepairReply;
import org.hearsay.node.repair.RepairMessage.RepairRequest;
import org.hearsay.node.repair.RepairMessage.Summary;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.ServiceHost;

/**
 * Anti-entropy of the runtime's own, beneath every strategy: nodes that are linked tell each other
 * which rumors they know, and ask for what they lack. It brings what a strategy does not: rumors of
 * an earlier life, rumors that a full outbox dropped, what there was no room for.
 *
 * <p>Each {@link #INTERVAL_MICROS} a node takes up with one neighbor, by turns, unless both have
 * told each other the same already: a cluster that is idle and in agreement is silent. What a
 * repair brings is told to the other neighbors, and so comes as far as it has to.
 */
public final class Repair {
  /** How often a node asks a neighbor. */
  static final long INTERVAL_MICROS = 1_000_000;

  /** How many rumors are asked for at a time. */
  static final int BATCH = 1_000;

  /** What a neighbor and this node have told each other last. */
  private static final class Correspondence {
    private Digest told = Digest.EMPTY;
    private Digest heard = Digest.EMPTY;

    boolean agrees(Digest known) {
      return told.equals(known) && heard.equals(known);
    }
  }

  private final ServiceHost host;
  private final LongSupplier room;
  private final Map<Integer, Correspondence> byPeer = new HashMap<>();
  private long dueMicros = Long.MAX_VALUE;
  private int turn;

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
  public void start() {
    dueMicros = host.nowMicros() + host.random().nextLong(INTERVAL_MICROS) + 1;
    if (host.log().size() > 0) {
      askAllBut(host.id());
    }
  }

  /** Asks a peer what it has that this node lacks, and tells it what there is here. */
  public void ask(int peer) {
    tell(peer, true);
  }

  private void tell(int peer, boolean asks) {
    Digest known = host.log().digest();
    correspondence(peer).told = known;
    host.send(peer, new Summary(known, host.log().gone(), asks));
  }

  private Correspondence correspondence(int peer) {
    return byPeer.computeIfAbsent(peer, unused -> new Correspondence());
  }

  private void askAllBut(int peer) {
    Peers neighbors = host.neighbors();
    for (int i = 0; i < neighbors.size(); i++) {
      if (neighbors.get(i) != peer) {
        ask(neighbors.get(i));
      }
    }
  }

  /** Takes in a message. */
  public void receive(int from, RepairMessage message) {
    if (message instanceof Summary summary) {
      onSummary(from, summary);
    } else if (message instanceof RepairRequest request) {
      supply(from, request.ids());
    } else if (message instanceof RepairReply reply) {
      onReply(from, reply);
    }
  }

  private void onSummary(int from, Summary summary) {
    Correspondence with = correspondence(from);
    with.heard = summary.known();
    host.counters().add(Count.FORGONE, host.log().forgo(summary.gone()));
    request(from);
    if (summary.asks() && !with.agrees(host.log().digest())) {
      tell(from, false);
    }
  }

  /** Asks a peer for the first of what it has and this node lacks, as far as there is room. */
  private void request(int peer) {
    RumorIds missing = host.log().missingHere(correspondence(peer).heard);
    int most = (int) Math.min(BATCH, missing.isEmpty() ? 0 : room.getAsLong());
    if (most > 0) {
      host.send(peer, new RepairRequest(missing.limit(most)));
    }
  }

  private void supply(int peer, RumorIds ids) {
    RumorIds.Builder kept = RumorIds.builder();
    RumorIds.Builder gone = RumorIds.builder();
    for (int i = 0; i < ids.size(); i++) {
      long rumor = ids.get(i);
      if (host.log().retains(rumor)) {
        kept.add(rumor);
      } else if (host.log().contains(rumor)) {
        gone.add(rumor);
      }
    }
    host.send(peer, new RepairReply(new Rumors(kept.build()), gone.build()));
  }

  private void onReply(int from, RepairReply reply) {
    Rumors fresh = host.deliver(reply.rumors(), from);
    long forgone = reply.gone().stream().filter(host.log()::forgo).count();
    host.counters().add(Count.REPAIRED, fresh.size());
    host.counters().add(Count.FORGONE, forgone);
    if (fresh.size() + forgone > 0) {
      request(from);
      askAllBut(from);
    }
  }

  /** When {@link #fireTimers} is to be called next. */
  public long nextDeadlineMicros() {
    return dueMicros;
  }

  /** Takes up with the neighbor whose turn it is, if the time has come. */
  public void fireTimers() {
    if (host.nowMicros() < dueMicros) {
      return;
    }
    dueMicros = host.nowMicros() + INTERVAL_MICROS;
    Peers neighbors = host.neighbors();
    Digest known = host.log().digest();
    for (int i = 0; i < neighbors.size(); i++) {
      int peer = neighbors.get(Math.floorMod(turn++, neighbors.size()));
      if (!correspondence(peer).agrees(known)) {
        ask(peer);
        return;
      }
    }
  }
}
