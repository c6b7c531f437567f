package org.hearsay.node.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.hearsay.api.Digest;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorLog;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.node.callback.Timers;
import org.hearsay.node.codec.Envelope;
import org.hearsay.node.guarantee.Provision;
import org.hearsay.node.guarantee.Services;
import org.hearsay.node.log.AppendOnlyLog;
import org.hearsay.node.log.RumorTable;
import org.hearsay.node.membership.MemberIdentity;
import org.hearsay.node.membership.Membership;
import org.hearsay.node.membership.Verdict;
import org.hearsay.node.plugin.ConfiguredMembership;
import org.hearsay.node.service.ServiceMessage;
import org.hearsay.node.trail.Trail;
import org.jspecify.annotations.Nullable;

/**
 * One node: its log, its timers and its outbox around one strategy, and what is around that.
 *
 * <p>Each public method is one event and runs to completion; the caller keeps events apart. The
 * callbacks of one event see the effects of those before it, and the envelopes leave when the event
 * ends, one per peer. An exception of the strategy discards that callback's effects and ends the
 * event, after its earlier envelopes have left, with that exception.
 */
public final class NodeRuntime<M extends Message> {
  private final int id;
  private final Strategy<M> strategy;
  private final RumorTable rumors;
  private final int ownSource;
  private final MicrosClock clock;
  private final NodeListener listener;
  private final @Nullable Membership membership;
  private final Gate gate;
  private final Deliveries deliveries;
  private final @Nullable Services services;
  private final AppendOnlyLog log = new AppendOnlyLog();
  private final Timers timers = new Timers();
  private final Outbox outbox = new Outbox();
  private final CallbackNode<M> node;
  private int nextSequence;
  private boolean started;

  /**
   * A node that has not started yet.
   *
   * @param identity who it is, and among whom
   * @param strategy the strategy's instance for this node
   * @param rumors the process's rumors
   * @param random the strategy's own stream of randomness
   * @param clock the time
   * @param outlet where envelopes leave
   * @param listener hears of what it comes to know
   */
  public NodeRuntime(
      Identity identity,
      Strategy<M> strategy,
      RumorTable rumors,
      RandomGenerator random,
      MicrosClock clock,
      Outlet outlet,
      NodeListener listener) {
    this(identity, strategy, rumors, random, clock, outlet, listener, Provision.none());
  }

  /**
   * A node that has not started yet, and guarantees something.
   *
   * @param provision what it guarantees, and with what
   */
  public NodeRuntime(
      Identity identity,
      Strategy<M> strategy,
      RumorTable rumors,
      RandomGenerator random,
      MicrosClock clock,
      Outlet outlet,
      NodeListener listener,
      Provision provision) {
    this.id = identity.id();
    this.strategy = strategy;
    this.rumors = rumors;
    this.ownSource = rumors.number(id, identity.incarnation());
    this.clock = clock;
    this.listener = listener;
    this.membership = identity.surroundings().of(new Surrounded());
    Trail trail = provision.guarantees().trail() ? new Trail(provision.chronicle()) : null;
    this.gate = new Gate(trail == null ? outlet : marked(trail, outlet), membership, listener);
    this.deliveries = new Deliveries(log, listener);
    this.node = new CallbackNode<>(identity, log, rumors, random, deliveries, membership);
    this.services =
        Services.of(
            provision,
            new ServicedNode<>(
                identity,
                node,
                log,
                rumors,
                clock,
                outbox,
                deliveries,
                provision.counters(),
                listener,
                trail),
            gate,
            trail);
    deliveries.within(services);
    if (services != null) {
      rumors.follow(log);
    }
  }

  private static Outlet marked(Trail trail, Outlet outlet) {
    return (peer, envelope) -> outlet.send(peer, trail.mark(peer, envelope));
  }

  /**
   * Who a node is.
   *
   * @param id its number
   * @param incarnation which life of that node: never the same twice
   * @param others every other node
   * @param surroundings makes what is around its strategy
   */
  public record Identity(int id, long incarnation, Peers others, Surroundings surroundings) {

    /** A node with nothing around its strategy. */
    public Identity(int id, long incarnation, Peers others) {
      this(id, incarnation, others, host -> null);
    }
  }

  /** Makes what is around a node's strategy. */
  @FunctionalInterface
  public interface Surroundings {

    /** The overlay and the failure detector of a node; null if it has neither. */
    @Nullable Membership of(Membership.Host node);

    /**
     * What a configuration asks for.
     *
     * @param seed decides the random choices of this life
     */
    static Surroundings of(ConfiguredMembership configured, MemberIdentity identity, long seed) {
      return configured.isNone()
          ? node -> null
          : node -> new Membership(configured, identity, seed, node);
    }
  }

  /** What overlay and failure detector ask for, and have the strategy told. */
  private final class Surrounded implements Membership.Host {
    @Override
    public long nowMicros() {
      return clock.nowMicros();
    }

    @Override
    public void send(int peer, Message message) {
      outbox.add(peer, message);
    }

    @Override
    public void answer(int peer) {
      outbox.answer(peer);
    }

    @Override
    public void restarted(int peer) {
      callback(id, Rumors.NONE, n -> strategy.onRestart(n, peer));
    }

    @Override
    public void neighborsChanged() {
      callback(id, Rumors.NONE, strategy::onNeighborsChanged);
      listener.relinked();
    }

    @Override
    public void judged(int peer, Verdict verdict) {
      listener.judged(peer, verdict);
    }
  }

  /** Starts the strategy and what is around it. Nothing else may happen to the node before. */
  public void start() {
    started = true;
    event(
        () -> {
          if (membership != null) {
            membership.start();
          }
          if (services != null) {
            services.start();
          }
          callback(id, Rumors.NONE, strategy::onStart);
        });
  }

  /** The world links the node to others, before or after its start. */
  public void linkTo(Peers neighbors) {
    if (membership != null) {
      event(() -> membership.topologyChanged(neighbors));
      return;
    }
    boolean changed = node.linkTo(neighbors);
    if (started && changed) {
      event(() -> callback(id, Rumors.NONE, strategy::onNeighborsChanged));
    }
  }

  /** Begins a rumor for a client of this node; it is delivered here when this returns. */
  public long broadcast(JsonNode payload) {
    long rumor = RumorTable.rumor(ownSource, nextSequence++);
    rumors.store(rumor, payload);
    deliveries.deliver(rumor, id);
    event(() -> callback(id, Rumors.NONE, n -> strategy.onBroadcast(n, rumor)));
    return rumor;
  }

  /**
   * Why a client's broadcast is not accepted at present; null if it is.
   *
   * @param client who asks, as far as its requests are told from those of others
   */
  public @Nullable String refusal(String client, JsonNode payload) {
    return services == null ? null : services.refusal(client, payload);
  }

  /** Why a value can never be accepted, whoever broadcasts it; null if it may be. */
  public @Nullable String objection(JsonNode payload) {
    return services == null ? null : services.objection(payload);
  }

  /** What happens next has waited so long, as the node could not get round to it before. */
  public void waited(long micros) {
    if (services != null) {
      services.waited(micros);
    }
  }

  /** Takes in an envelope, unless it is of a life that is over or comes too fast. */
  public void receive(int from, Envelope envelope) {
    try {
      event(
          () -> {
            if ((membership == null || membership.hear(from, envelope))
                && (services == null || services.hear(from, envelope.messages()))) {
              if (services != null) {
                services.forgo(envelope.absent());
              }
              envelope.messages().forEach(message -> take(from, message));
            }
          });
    } finally {
      if (services != null) {
        services.taken(envelope.messages());
      }
    }
  }

  private void take(int from, Message message) {
    if (membership != null && Envelope.isOfMembership(message)) {
      membership.receive(from, message);
    } else if (services != null && message instanceof ServiceMessage each) {
      services.receive(from, each);
    } else {
      handle(from, message);
    }
  }

  @SuppressWarnings("unchecked") // The codec reads none but the strategy's.
  private void handle(int from, Message message) {
    callback(from, message.rumors(), n -> strategy.onMessage(n, from, (M) message));
  }

  /** Fires the timers that are due. Those they set wait for another call, even if due at once. */
  public void fireTimers() {
    event(
        () -> {
          if (membership != null && membership.nextDeadlineMicros() <= clock.nowMicros()) {
            membership.fireTimers();
          }
          if (services != null && services.nextDeadlineMicros() <= clock.nowMicros()) {
            services.fireTimers();
          }
          long now = clock.nowMicros();
          long set = timers.settings();
          for (OptionalInt due = timers.takeDue(now, set);
              due.isPresent();
              due = timers.takeDue(now, set)) {
            int timer = due.getAsInt();
            callback(id, Rumors.NONE, n -> strategy.onTimer(n, timer));
          }
        });
  }

  /** When {@link #fireTimers} is to be called next; {@link Long#MAX_VALUE} if no timer is set. */
  public long nextDeadlineMicros() {
    long next = timers.nextDeadlineMicros();
    if (membership != null) {
      next = Math.min(next, membership.nextDeadlineMicros());
    }
    return services == null ? next : Math.min(next, services.nextDeadlineMicros());
  }

  /** Says good-bye: the node is about to stop for good. */
  public void leave() {
    inMembership(Membership::leave);
  }

  /** Something happens to what is around the strategy, if there is anything. */
  public void inMembership(Consumer<Membership> happening) {
    if (membership != null) {
      event(() -> happening.accept(membership));
    }
  }

  /** What this node knows. */
  public RumorLog log() {
    return log;
  }

  /** The rumors that clients may read now, in the order they may see them. */
  public void readable(LongConsumer reader) {
    if (services == null) {
      log.all().ids().stream().forEach(reader);
    } else {
      services.readable(reader);
    }
  }

  /** The rumors that are known and not kept: let go, or never had as they were gone before. */
  public void gone(LongConsumer each) {
    for (Digest.Range range : log.gone().entries()) {
      for (int sequence = range.start(); sequence < range.end(); sequence++) {
        each.accept(RumorTable.rumor(range.source(), sequence));
      }
    }
  }

  /** Whether some of what was delivered is not kept any more. */
  public boolean hasLetGo() {
    return log.base() > 0;
  }

  /** What is around its strategy; null if there is nothing. */
  public @Nullable Membership membership() {
    return membership;
  }

  private void event(Runnable callbacks) {
    try {
      callbacks.run();
    } finally {
      outbox.flush(services == null ? gate : services::depart);
    }
  }

  private void callback(int from, Rumors carried, Consumer<Node<M>> call) {
    node.open(clock.nowMicros(), from, carried);
    boolean completed = false;
    try {
      call.accept(node);
      completed = true;
    } finally {
      List<CallbackNode.Effect<M>> effects = node.close();
      if (completed) {
        effects.forEach(this::apply);
      }
    }
  }

  private void apply(CallbackNode.Effect<M> effect) {
    if (effect instanceof CallbackNode.Effect.Send<M> send) {
      outbox.add(send.peer(), send.message());
    } else if (effect instanceof CallbackNode.Effect.Schedule<M> schedule) {
      timers.set(schedule.timer(), schedule.deadlineMicros());
    } else if (effect instanceof CallbackNode.Effect.Cancel<M> cancel) {
      timers.clear(cancel.timer());
    }
  }
}
