package org.hearsay.testkit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Peers;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.Option;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.StrategyModule;
import org.hearsay.api.plugin.Trait;

/** A flood, sound or with one planted fault. */
final class Planted implements Strategy<Planted.Tell> {
  private static final AtomicLong OUTSIDE_STATE = new AtomicLong();

  /** What is wrong with it. */
  enum Fault {
    NONE,
    /** Promises what a flood cannot keep. */
    PROMISES_TOO_MUCH,
    /** Does not promise what it keeps. */
    PROMISES_TOO_LITTLE,
    /** Its choices depend on what other runs did. */
    NOT_DETERMINISTIC,
    /** Its message does not come back as it was. */
    MANGLED_MESSAGE,
    /** All nodes are one. */
    SHARED_STRATEGY,
    /** Passes on what it has only heard of. */
    GHOST_PAYLOADS,
    /** Sends for ever. */
    NEVER_QUIET,
    /** An option without a meaning. */
    UNEXPLAINED_OPTION
  }

  record Tell(RumorIds announced, Rumors rumors, int hops) implements Message {
    Tell {
      hops = mangling ? hops + 1 : hops;
    }

    private static boolean mangling;
  }

  record Config(@Option("nothing") boolean nothing) {}

  record UnexplainedConfig(boolean nothing) {}

  private final Fault fault;

  private Planted(Fault fault) {
    this.fault = fault;
  }

  /** The plug-in with a fault. */
  static StrategyModule plugin(Fault fault) {
    Tell.mangling = fault == Fault.MANGLED_MESSAGE;
    return new StrategyModule() {
      @Override
      protected StrategyDescriptor<?, ?> descriptor() {
        return Planted.descriptor(fault);
      }
    };
  }

  private static StrategyDescriptor<?, ?> descriptor(Fault fault) {
    StrategyDescriptor.Draft draft =
        StrategyDescriptor.describe("planted").summary("Flood").paper("None").cost("Much");
    if (fault != Fault.PROMISES_TOO_LITTLE) {
      draft.traits(Trait.DELIVERS_TO_ALL);
    }
    draft.traits(Trait.QUIESCENT);
    if (fault == Fault.PROMISES_TOO_MUCH) {
      draft.traits(Trait.TOLERATES_LOSS);
    }
    Planted shared = new Planted(fault);
    return fault == Fault.UNEXPLAINED_OPTION
        ? draft.build(Tell.class, new UnexplainedConfig(true), factory(fault, shared))
        : draft.build(Tell.class, new Config(true), factory(fault, shared));
  }

  private static <C> Function<C, Strategy<Tell>> factory(Fault fault, Planted shared) {
    return config -> fault == Fault.SHARED_STRATEGY ? shared : new Planted(fault);
  }

  @Override
  public void onStart(Node<Tell> node) {
    if (fault == Fault.NEVER_QUIET) {
      node.schedule(0, 1_000_000);
    }
  }

  @Override
  public void onTimer(Node<Tell> node, int timer) {
    tell(node, node.id(), Rumors.NONE, 0);
    node.schedule(0, 1_000_000);
  }

  @Override
  public void onBroadcast(Node<Tell> node, long rumor) {
    tell(node, node.id(), Rumors.of(rumor), 0);
  }

  @Override
  public void onMessage(Node<Tell> node, int from, Tell message) {
    if (fault == Fault.GHOST_PAYLOADS && !message.announced().isEmpty()) {
      tell(node, node.id(), new Rumors(message.announced()), 0);
      return;
    }
    Rumors fresh = node.deliver(message.rumors());
    if (!fresh.isEmpty()) {
      tell(node, from, fresh, message.hops() + 1);
    }
  }

  private static boolean isOwn(Node<Tell> node, Rumors rumors) {
    return !rumors.isEmpty() && node.origin(rumors.get(0)) == node.id();
  }

  private void tell(Node<Tell> node, int source, Rumors rumors, int hops) {
    Peers neighbors = node.neighbors();
    long twice = fault == Fault.NOT_DETERMINISTIC ? OUTSIDE_STATE.incrementAndGet() % 7 : -1;
    for (int i = 0; i < neighbors.size(); i++) {
      if (neighbors.get(i) != source) {
        node.send(
            neighbors.get(i),
            fault == Fault.GHOST_PAYLOADS && source == node.id() && hops == 0 && isOwn(node, rumors)
                ? new Tell(rumors.ids(), Rumors.NONE, 0)
                : new Tell(RumorIds.NONE, rumors, twice == 0 ? hops + 1 : hops));
      }
    }
  }
}
