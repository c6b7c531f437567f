package org.hearsay.node.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.hearsay.node.callback.OpenContext;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.membership.Membership;
import org.jspecify.annotations.Nullable;

/** The {@link Node} a strategy is handed: open during one callback, noting what it asks for. */
final class CallbackNode<M extends Message> extends OpenContext<M> implements Node<M> {

  /** What a callback asked for, in call order. */
  sealed interface Effect<M extends Message> {
    record Send<M extends Message>(int peer, M message) implements Effect<M> {}

    record Schedule<M extends Message>(int timer, long deadlineMicros) implements Effect<M> {}

    record Cancel<M extends Message>(int timer) implements Effect<M> {}
  }

  private final AppendOnlyLog log;
  private final RumorTable rumors;
  private final Deliveries deliveries;
  private final @Nullable Membership membership;

  /** Without membership: who is linked to the node. */
  private Peers linked;

  private int sender;
  private final Carried carried = new Carried();
  private List<Effect<M>> effects = new ArrayList<>();

  CallbackNode(
      NodeRuntime.Identity identity,
      AppendOnlyLog log,
      RumorTable rumors,
      RandomGenerator random,
      Deliveries deliveries,
      @Nullable Membership membership) {
    super(identity.id(), identity.others(), random);
    this.linked = identity.others();
    this.log = log;
    this.rumors = rumors;
    this.deliveries = deliveries;
    this.membership = membership;
  }

  void open(long now, int from, Rumors rumors) {
    open(now);
    sender = from;
    carried.set(rumors);
  }

  /** Ends the callback and hands over what it asked for. */
  List<Effect<M>> close() {
    shut();
    List<Effect<M>> noted = effects;
    effects = new ArrayList<>();
    return noted;
  }

  /** Those that the node is linked to, as far as they are alive. */
  Peers linked() {
    return membership == null ? linked : membership.neighbors();
  }

  /** Those that the node knows of, as far as they are alive. */
  Peers known() {
    return membership == null ? allOthers() : membership.members();
  }

  /** Replaces the neighbors; whether they are others than before. */
  boolean linkTo(Peers peers) {
    boolean changed = !nodes(peers).equals(nodes(linked));
    linked = peers;
    return changed;
  }

  private static List<Integer> nodes(Peers peers) {
    return IntStream.range(0, peers.size()).map(peers::get).boxed().toList();
  }

  @Override
  public Peers neighbors() {
    checkOpen();
    return linked();
  }

  @Override
  public Peers members() {
    checkOpen();
    return known();
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
    return deliveries.deliver(rumor, sender);
  }

  @Override
  public Rumors deliver(Rumors rumors) {
    if (!rumors.ids().equals(carried.rumors().ids())) {
      return Node.super.deliver(rumors);
    }
    checkOpen();
    return deliveries.deliver(rumors, sender);
  }

  @Override
  public void send(int peer, M message) {
    checkOpen();
    requireOther(peer);
    carried.requireSendable(message, log);
    effects.add(new Effect.Send<>(peer, message));
  }

  @Override
  public void schedule(int timer, long delayMicros) {
    checkOpen();
    effects.add(new Effect.Schedule<>(timer, deadlineMicros(timer, delayMicros)));
  }

  @Override
  public void cancel(int timer) {
    checkOpen();
    effects.add(new Effect.Cancel<>(timer));
  }
}
