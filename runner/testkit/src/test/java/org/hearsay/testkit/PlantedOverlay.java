package org.hearsay.testkit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Overlay;
import org.hearsay.api.membership.OverlayMessage;
import org.hearsay.api.membership.OverlayNode;
import org.hearsay.api.membership.Sightings;
import org.hearsay.api.plugin.Option;
import org.hearsay.api.plugin.OverlayDescriptor;
import org.hearsay.api.plugin.OverlayModule;
import org.hearsay.api.plugin.OverlayTrait;

/** The topology as an overlay, sound or with one planted fault. */
final class PlantedOverlay implements Overlay<PlantedOverlay.Greeting> {
  private static final AtomicLong OUTSIDE_STATE = new AtomicLong();

  /** What is wrong with it. */
  enum Fault {
    NONE,
    /** Promises what a topology cannot keep. */
    PROMISES_EVERYTHING,
    /** Does not promise what it keeps. */
    PROMISES_NOTHING,
    /** Never hears of one node. */
    OVERLOOKS_ONE,
    /** Has only larger numbers as neighbors. */
    LOOKS_UP,
    /** Even numbers and odd ones keep to themselves. */
    KEEPS_APART,
    /** Has no neighbors any more once somebody has died. */
    GIVES_UP,
    /** A callback throws. */
    THROWS,
    /** What it sends depends on what other runs did. */
    NOT_DETERMINISTIC,
    /** Its message does not come back as it was. */
    MANGLED_MESSAGE,
    /** All nodes are one. */
    SHARED_OVERLAY,
    /** An option without a meaning. */
    UNEXPLAINED_OPTION,
    /** An option that is not what was written. */
    WILLFUL_OPTION
  }

  record Greeting(Sightings known, int number) implements OverlayMessage {
    Greeting {
      number = mangling ? number + 1 : number;
    }

    private static boolean mangling;
  }

  record Config(@Option("a number") int number) {}

  record UnexplainedConfig(int number) {}

  record WillfulConfig(@Option("a number") int number) {
    WillfulConfig {
      number++;
    }
  }

  private final Fault fault;
  private boolean gaveUp;

  private PlantedOverlay(Fault fault) {
    this.fault = fault;
  }

  /** The plug-in with a fault. */
  static OverlayModule plugin(Fault fault) {
    Greeting.mangling = fault == Fault.MANGLED_MESSAGE;
    return new OverlayModule() {
      @Override
      protected OverlayDescriptor<?, ?> descriptor() {
        return PlantedOverlay.descriptor(fault);
      }
    };
  }

  private static OverlayDescriptor<?, ?> descriptor(Fault fault) {
    OverlayDescriptor.Draft draft =
        OverlayDescriptor.describe("planted").summary("Topology").paper("None").cost("Nothing");
    if (fault == Fault.PROMISES_EVERYTHING) {
      draft.traits(OverlayTrait.values());
    } else if (fault != Fault.PROMISES_NOTHING) {
      draft.traits(OverlayTrait.KNOWS_ALL, OverlayTrait.CONNECTS, OverlayTrait.SYMMETRIC);
    }
    PlantedOverlay shared = new PlantedOverlay(fault);
    return switch (fault) {
      case UNEXPLAINED_OPTION ->
          draft.build(Greeting.class, new UnexplainedConfig(1), factory(fault, shared));
      case WILLFUL_OPTION ->
          draft.build(Greeting.class, new WillfulConfig(1), factory(fault, shared));
      default -> draft.build(Greeting.class, new Config(1), factory(fault, shared));
    };
  }

  private static <C> Function<C, Overlay<Greeting>> factory(Fault fault, PlantedOverlay shared) {
    return config -> fault == Fault.SHARED_OVERLAY ? shared : new PlantedOverlay(fault);
  }

  @Override
  public void onStart(OverlayNode<Greeting> node) {
    link(node);
    if (fault == Fault.NOT_DETERMINISTIC) {
      greet(node, OUTSIDE_STATE.incrementAndGet() % 7);
    }
  }

  private static void greet(OverlayNode<Greeting> node, long number) {
    for (int peer : node.topology().sample(1, node.random())) {
      node.send(peer, new Greeting(Sightings.NONE, (int) number));
    }
  }

  @Override
  public void onTopologyChanged(OverlayNode<Greeting> node) {
    link(node);
  }

  @Override
  public void onDown(OverlayNode<Greeting> node, int peer) {
    if (fault == Fault.THROWS) {
      throw new IllegalStateException("Nobody dies");
    } else if (fault == Fault.GIVES_UP) {
      gaveUp = true;
      link(node);
    }
  }

  private void link(OverlayNode<Greeting> node) {
    int id = node.id();
    node.know(
        fault == Fault.OVERLOOKS_ONE
            ? Peers.of(stream(node.others()).filter(peer -> peer != 1).toArray())
            : node.others());
    node.linkTo(
        Peers.of(
            stream(node.topology())
                .filter(peer -> fault != Fault.LOOKS_UP || peer > id)
                .filter(peer -> fault != Fault.KEEPS_APART || (peer - id) % 2 == 0)
                .filter(peer -> !gaveUp)
                .toArray()));
  }

  private static IntStream stream(Peers peers) {
    return IntStream.range(0, peers.size()).map(peers::get);
  }
}
