package org.hearsay.node.runtime;

import java.util.random.RandomGenerator;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.random.SeededRandom;
import org.hearsay.node.service.Count;
import org.hearsay.node.service.Counters;
import org.hearsay.node.service.RumorEvent;
import org.hearsay.node.service.ServiceHost;
import org.hearsay.node.service.ServiceMessage;
import org.hearsay.node.trail.Trail;
import org.jspecify.annotations.Nullable;

/** A node as its services see it. */
final class ServicedNode<M extends Message> implements ServiceHost {
  private final NodeRuntime.Identity identity;
  private final CallbackNode<M> node;
  private final AppendOnlyLog log;
  private final RumorTable rumors;
  private final MicrosClock clock;
  private final Outbox outbox;
  private final Deliveries deliveries;
  private final Counters counters;
  private final NodeListener listener;
  private final RandomGenerator random;
  private final @Nullable Trail trail;

  ServicedNode(
      NodeRuntime.Identity identity,
      CallbackNode<M> node,
      AppendOnlyLog log,
      RumorTable rumors,
      MicrosClock clock,
      Outbox outbox,
      Deliveries deliveries,
      Counters counters,
      NodeListener listener,
      @Nullable Trail trail) {
    this.identity = identity;
    this.node = node;
    this.log = log;
    this.rumors = rumors;
    this.clock = clock;
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.counters = counters;
    this.listener = listener;
    this.trail = trail;
    this.random = new SeededRandom(identity.incarnation(), ~(long) identity.id());
  }

  @Override
  public int id() {
    return identity.id();
  }

  @Override
  public long incarnation() {
    return identity.incarnation();
  }

  @Override
  public long nowMicros() {
    return clock.nowMicros();
  }

  @Override
  public Peers neighbors() {
    return node.linked();
  }

  @Override
  public Peers members() {
    return node.known();
  }

  @Override
  public int clusterSize() {
    return identity.others().size() + 1;
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
  public long forgo(Digest lost) {
    if (listener.watchesGone()) {
      log.missingHere(lost).stream().forEach(listener::forgone);
    }
    return forgone(log.forgo(lost));
  }

  @Override
  public long forgo(RumorIds lost, int peer) {
    long forgone = 0;
    for (int i = 0; i < lost.size(); i++) {
      if (log.forgo(lost.get(i))) {
        listener.forgone(lost.get(i));
        note(RumorEvent.FORGONE, lost.get(i), peer);
        forgone++;
      }
    }
    return forgone(forgone);
  }

  private long forgone(long count) {
    if (count > 0) {
      counters.add(Count.FORGONE, count);
      deliveries.learned();
    }
    return count;
  }

  @Override
  public void released(long rumor) {
    deliveries.released(rumor);
  }

  @Override
  public void tellLetGo(long rumor, boolean expired) {
    listener.letGo(rumor, expired);
  }

  @Override
  public void send(int peer, ServiceMessage message) {
    outbox.add(peer, message);
  }

  @Override
  public void note(RumorEvent event, long rumor, int peer) {
    if (trail != null) {
      trail.note(event, rumor, peer);
    }
  }

  @Override
  public void answer(int peer) {
    outbox.answer(peer);
  }

  @Override
  public void recover(long rumor) {
    deliveries.recover(rumor);
  }

  @Override
  public Rumors deliver(Rumors brought, int from) {
    return deliveries.deliver(brought, from);
  }
}
