package org.hearsay.node.retention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.service.BareHost;
import org.hearsay.node.service.Counters;
import org.hearsay.node.service.ServiceMessage;

/** A node as its retention sees it, whose clock, members and messages are a test's. */
final class Surroundings extends BareHost {
  record Sent(int from, int to, ServiceMessage message) {}

  final AppendOnlyLog log = log();
  final RumorTable rumors = rumors();
  final Counters counters = counters();
  final List<Sent> sent = new ArrayList<>();
  final List<Long> expired = new ArrayList<>();
  private Peers members;
  private Peers neighbors;
  long incarnation = 1;

  /** Number {@code id} of a cluster in which all are linked. */
  Surroundings(int id, int count) {
    this(id, count, new RumorTable());
    rumors.follow(log);
  }

  Surroundings(int id, int count, RumorTable table) {
    super(id, count, table);
    advance(1_000_000);
    this.members = Peers.of(IntStream.range(0, count).filter(node -> node != id).toArray());
    this.neighbors = members;
  }

  void link(int... peers) {
    neighbors = Peers.of(peers);
  }

  void know(int... peers) {
    members = Peers.of(peers);
  }

  long rumor(int source, int sequence) {
    return RumorTable.rumor(rumors.number(source, 1), sequence);
  }

  /** What a retention is told of by the runtime: a rumor that came, if there is room. */
  boolean deliver(Retention retention, long rumor, JsonNode payload, int from) {
    rumors.store(rumor, payload);
    if (log.contains(rumor) || !retention.admits(rumor, from)) {
      return false;
    }
    log.append(rumor);
    retention.delivered(rumor, id());
    return true;
  }

  List<Message> takeSent() {
    List<Message> taken = new ArrayList<>();
    sent.forEach(each -> taken.add(each.message()));
    sent.clear();
    return taken;
  }

  @Override
  public long incarnation() {
    return incarnation;
  }

  @Override
  public Peers neighbors() {
    return neighbors;
  }

  @Override
  public Peers members() {
    return members;
  }

  @Override
  public void tellLetGo(long rumor, boolean wasExpired) {
    if (wasExpired) {
      expired.add(rumor);
    }
  }

  @Override
  public void send(int peer, ServiceMessage message) {
    sent.add(new Sent(id(), peer, message));
  }
}
