package org.hearsay.node.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;

/** The {@link Node} a strategy is handed: open during one callback, noting what it asks for. */
final class CallbackNode<M extends Message> implements Node<M> {

  /** What a callback asked for, in call order. */
  sealed interface Effect<M extends Message> {
    record Send<M extends Message>(int peer, M message) implements Effect<M> {}

    record Schedule<M extends Message>(int timer, long deadlineMicros) implements Effect<M> {}

    record Cancel<M extends Message>(int timer) implements Effect<M> {}
  }

  private final int id;
  private final Peers members;
  private final AppendOnlyLog log;
  private final RumorTable rumors;
  private final RandomGenerator random;
  private final DeliveryListener listener;
  private Peers neighbors;

  private boolean open;
  private long nowMicros;
  private int sender;
  private final Carried carried = new Carried();
  private List<Effect<M>> effects = new ArrayList<>();

  CallbackNode(
      int id,
      Peers members,
      AppendOnlyLog log,
      RumorTable rumors,
      RandomGenerator random,
      DeliveryListener listener) {
    this.id = id;
    this.members = members;
    this.neighbors = members;
    this.log = log;
    this.rumors = rumors;
    this.random = random;
    this.listener = listener;
  }

  void open(long now, int from, Rumors rumors) {
    open = true;
    nowMicros = now;
    sender = from;
    carried.set(rumors);
  }

  /** Ends the callback and hands over what it asked for. */
  List<Effect<M>> close() {
    open = false;
    List<Effect<M>> noted = effects;
    effects = new ArrayList<>();
    return noted;
  }

  /** Replaces the neighbors; whether they are others than before. */
  boolean linkTo(Peers peers) {
    boolean changed = !nodes(peers).equals(nodes(neighbors));
    neighbors = peers;
    return changed;
  }

  private static List<Integer> nodes(Peers peers) {
    return IntStream.range(0, peers.size()).map(peers::get).boxed().toList();
  }

  @Override
  public int id() {
    checkOpen();
    return id;
  }

  @Override
  public Peers neighbors() {
    checkOpen();
    return neighbors;
  }

  @Override
  public Peers members() {
    checkOpen();
    return members;
  }

  @Override
  public RumorLog log() {
    checkOpen();
    return log;
  }

  @Override
  public int origin(long rumor) {
    checkOpen();
    return rumors.sourceOf(rumor).origin();
  }

  @Override
  public boolean deliver(long rumor) {
    checkOpen();
    carried.requireDeliverable(rumor);
    if (!log.append(rumor)) {
      return false;
    }
    listener.delivered(rumor, sender);
    return true;
  }

  @Override
  public Rumors deliver(Rumors rumors) {
    if (!rumors.ids().equals(carried.rumors().ids())) {
      return Node.super.deliver(rumors);
    }
    checkOpen();
    RumorIds.Builder fresh = RumorIds.builder(rumors.size());
    for (int i = 0; i < rumors.size(); i++) {
      long rumor = rumors.get(i);
      if (log.append(rumor)) {
        listener.delivered(rumor, sender);
        fresh.add(rumor);
      }
    }
    return fresh.size() == rumors.size() ? rumors : new Rumors(fresh.build());
  }

  @Override
  public void send(int peer, M message) {
    checkOpen();
    if (!members.contains(peer)) {
      throw new IllegalArgumentException("Node " + id + " cannot send to " + peer + ": no member");
    }
    carried.requireSendable(message, log);
    effects.add(new Effect.Send<>(peer, message));
  }

  @Override
  public void schedule(int timer, long delayMicros) {
    checkOpen();
    effects.add(new Effect.Schedule<>(timer, Timers.deadlineMicros(nowMicros, timer, delayMicros)));
  }

  @Override
  public void cancel(int timer) {
    checkOpen();
    effects.add(new Effect.Cancel<>(timer));
  }

  @Override
  public long nowMicros() {
    checkOpen();
    return nowMicros;
  }

  @Override
  public RandomGenerator random() {
    checkOpen();
    return random;
  }

  private void checkOpen() {
    if (!open) {
      throw new IllegalStateException("A Node is valid only during the callback it was passed to");
    }
  }
}
