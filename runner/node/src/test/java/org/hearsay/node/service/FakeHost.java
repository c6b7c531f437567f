package org.hearsay.node.service;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;

/** A node without a strategy: it notes what its services send and show. */
public final class FakeHost implements ServiceHost {
  /** A message and whom it is for. */
  public record Sent(int peer, ServiceMessage message) {}

  private final int id;
  private final int nodes;
  private final RumorTable rumors = new RumorTable();
  private final AppendOnlyLog log = new AppendOnlyLog();
  private final Counters counters = new Counters();
  private final RandomGenerator random = new SeededRandom(1, 1);
  private final List<Sent> sent = new ArrayList<>();
  private final List<Long> shown = new ArrayList<>();
  private long nowMicros;

  /** One of so many nodes, each linked to all others. */
  public FakeHost(int id, int nodes) {
    this.id = id;
    this.nodes = nodes;
  }

  /** Lets time go by. */
  public void advance(long micros) {
    nowMicros += micros;
  }

  /** A rumor of a node's first life. */
  public long rumor(int origin, int sequence) {
    long rumor = RumorTable.rumor(rumors.number(origin, 0), sequence);
    rumors.store(rumor, IntNode.valueOf(sequence));
    return rumor;
  }

  /** What was sent since the last call. */
  public List<Sent> takeSent() {
    List<Sent> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  /** What was shown to readers, in order. */
  public List<Long> shown() {
    return List.copyOf(shown);
  }

  @Override
  public int id() {
    return id;
  }

  @Override
  public long incarnation() {
    return 0;
  }

  @Override
  public long nowMicros() {
    return nowMicros;
  }

  @Override
  public Peers neighbors() {
    return new AllOthers(nodes, id);
  }

  @Override
  public Peers members() {
    return neighbors();
  }

  @Override
  public AppendOnlyLog log() {
    return log;
  }

  @Override
  public RumorTable rumors() {
    return rumors;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Counters counters() {
    return counters;
  }

  @Override
  public void released(long rumor) {
    shown.add(rumor);
  }

  @Override
  public void send(int peer, ServiceMessage message) {
    sent.add(new Sent(peer, message));
  }

  @Override
  public Rumors deliver(Rumors brought, int from) {
    RumorIds.Builder fresh = RumorIds.builder();
    brought.ids().stream().filter(log::append).forEach(fresh::add);
    return new Rumors(fresh.build());
  }
}
