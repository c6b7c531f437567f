package org.hearsay.chaos;

import java.util.concurrent.atomic.AtomicInteger;
import org.hearsay.api.Message;
import org.hearsay.api.Node;
import org.hearsay.api.Rumors;
import org.hearsay.api.Strategy;
import org.hearsay.api.plugin.StrategyDescriptor;
import org.hearsay.api.plugin.Trait;
import org.hearsay.node.plugin.ConfiguredStrategy;

/** A flood that does one thing that it must not. */
final class Misbehaving implements Strategy<Misbehaving.Tell> {
  private static final int TICK = 0;
  private static final long TICK_MICROS = 1_000_000;
  private static final int FLOODED = 5_000;

  /** What is wrong with it. */
  enum Fault {
    NOTHING,
    TELLS_NOBODY,
    TICKS_FOR_EVER,
    ANSWERS_TWICE,
    SENDS_THOUSANDS,
    THROWS,
    REMEMBERS_EARLIER_RUNS
  }

  /** News. */
  record Tell(Rumors rumors) implements Message {}

  /** Without options. */
  record Config() {}

  private final Fault fault;
  private final AtomicInteger earlierRuns;

  private Misbehaving(Fault fault, AtomicInteger earlierRuns) {
    this.fault = fault;
    this.earlierRuns = earlierRuns;
  }

  static ConfiguredStrategy<?, ?> with(Fault fault, Trait... traits) {
    AtomicInteger earlierRuns = new AtomicInteger();
    return ConfiguredStrategy.withDefaults(
        StrategyDescriptor.describe("misbehaving")
            .summary("Tell everybody, nearly")
            .paper("none")
            .cost("unknown")
            .traits(traits)
            .build(Tell.class, new Config(), config -> new Misbehaving(fault, earlierRuns)));
  }

  @Override
  public void onStart(Node<Tell> node) {
    if (fault == Fault.TICKS_FOR_EVER) {
      node.schedule(TICK, TICK_MICROS);
    }
  }

  @Override
  public void onBroadcast(Node<Tell> node, long rumor) {
    if (fault == Fault.THROWS) {
      throw new IllegalStateException("as planted");
    }
    tell(node, Rumors.of(rumor));
  }

  private void tell(Node<Tell> node, Rumors rumors) {
    int times = fault == Fault.SENDS_THOUSANDS ? FLOODED : 1;
    if (fault == Fault.TELLS_NOBODY) {
      times = 0;
    } else if (fault == Fault.REMEMBERS_EARLIER_RUNS) {
      times = earlierRuns.getAndIncrement() == 0 ? 1 : 0;
    }
    for (int i = 0; i < node.neighbors().size(); i++) {
      for (int time = 0; time < times; time++) {
        node.send(node.neighbors().get(i), new Tell(rumors));
      }
    }
  }

  @Override
  public void onMessage(Node<Tell> node, int from, Tell message) {
    Rumors fresh = node.deliver(message.rumors());
    if (!fresh.isEmpty()) {
      tell(node, fresh);
    }
    if (fault == Fault.ANSWERS_TWICE) {
      node.send(from, message);
      node.send(from, message);
    }
  }

  @Override
  public void onTimer(Node<Tell> node, int timer) {
    node.send(node.members().get(0), new Tell(Rumors.NONE));
    node.schedule(TICK, TICK_MICROS);
  }
}
