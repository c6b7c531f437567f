package org.hearsay.node.service;

import java.util.random.RandomGenerator;
import org.hearsay.api.Digest;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.runtime.AllOthers;

/** A node without a strategy, for the tests of one service: its log, its figures and its clock. */
public abstract class BareHost implements ServiceHost {
  private final int id;
  private final int nodes;
  private final RumorTable rumors;
  private final AppendOnlyLog log = new AppendOnlyLog();
  private final Counters counters = new Counters();
  private final RandomGenerator random;
  private long nowMicros;

  /** One of so many nodes, each linked to all others. */
  protected BareHost(int id, int nodes, RumorTable rumors) {
    this.id = id;
    this.nodes = nodes;
    this.rumors = rumors;
    this.random = new SeededRandom(1, id);
  }

  /** Lets time go by. */
  public final void advance(long micros) {
    nowMicros += micros;
  }

  @Override
  public final int id() {
    return id;
  }

  @Override
  public long incarnation() {
    return 0;
  }

  @Override
  public final long nowMicros() {
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
  public final int clusterSize() {
    return nodes;
  }

  @Override
  public final AppendOnlyLog log() {
    return log;
  }

  @Override
  public final RumorTable rumors() {
    return rumors;
  }

  @Override
  public final RandomGenerator random() {
    return random;
  }

  @Override
  public final Counters counters() {
    return counters;
  }

  @Override
  public final long forgo(Digest lost) {
    return counted(log.forgo(lost));
  }

  @Override
  public final long forgo(RumorIds lost, int peer) {
    return counted(lost.stream().filter(log::forgo).count());
  }

  private long counted(long forgone) {
    counters.add(Count.FORGONE, forgone);
    return forgone;
  }

  @Override
  public Rumors deliver(Rumors brought, int from) {
    return Rumors.NONE;
  }
}
