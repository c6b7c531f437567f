package org.hearsay.testkit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Detector;
import org.hearsay.api.membership.DetectorMessage;
import org.hearsay.api.membership.DetectorNode;
import org.hearsay.api.membership.Sightings;
import org.hearsay.api.plugin.DetectorDescriptor;
import org.hearsay.api.plugin.DetectorModule;
import org.hearsay.api.plugin.DetectorTrait;
import org.hearsay.api.plugin.Option;

/** A failure detector that is told the truth, sound or with one planted fault. */
final class PlantedDetector implements Detector<PlantedDetector.Beat> {
  private static final AtomicLong OUTSIDE_STATE = new AtomicLong();
  private static final int TIMER = 0;
  private static final long HALF_A_SECOND = 500_000;

  /** What is wrong with it. */
  enum Fault {
    NONE,
    /** Does not promise what it keeps. */
    PROMISES_NOTHING,
    /** Does not take deaths of odd numbers for true. */
    MISSES_SOME,
    /** Takes somebody for dead now and then. */
    ACCUSES,
    /** Sends to everybody all the time. */
    CHATTERS,
    /** A callback throws. */
    THROWS,
    /** What it sends depends on what other runs did. */
    NOT_DETERMINISTIC,
    /** Its message does not come back as it was. */
    MANGLED_MESSAGE,
    /** All nodes are one. */
    SHARED_DETECTOR,
    /** An option without a meaning. */
    UNEXPLAINED_OPTION,
    /** An option that is not what was written. */
    WILLFUL_OPTION
  }

  record Beat(Sightings news, int number) implements DetectorMessage {
    Beat {
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

  private PlantedDetector(Fault fault) {
    this.fault = fault;
  }

  /** The plug-in with a fault. */
  static DetectorModule plugin(Fault fault) {
    Beat.mangling = fault == Fault.MANGLED_MESSAGE;
    return new DetectorModule() {
      @Override
      protected DetectorDescriptor<?, ?> descriptor() {
        return PlantedDetector.descriptor(fault);
      }
    };
  }

  private static DetectorDescriptor<?, ?> descriptor(Fault fault) {
    DetectorDescriptor.Draft draft =
        DetectorDescriptor.describe("planted")
            .summary("Truth")
            .paper("None")
            .cost("Nothing")
            .bound();
    if (fault != Fault.PROMISES_NOTHING) {
      draft.traits(DetectorTrait.values());
    }
    PlantedDetector shared = new PlantedDetector(fault);
    return switch (fault) {
      case UNEXPLAINED_OPTION ->
          draft.build(Beat.class, new UnexplainedConfig(1), factory(fault, shared));
      case WILLFUL_OPTION -> draft.build(Beat.class, new WillfulConfig(1), factory(fault, shared));
      default -> draft.build(Beat.class, new Config(1), factory(fault, shared));
    };
  }

  private static <C> Function<C, Detector<Beat>> factory(Fault fault, PlantedDetector shared) {
    return config -> fault == Fault.SHARED_DETECTOR ? shared : new PlantedDetector(fault);
  }

  @Override
  public void onStart(DetectorNode<Beat> node) {
    switch (fault) {
      case ACCUSES, CHATTERS -> node.schedule(TIMER, HALF_A_SECOND);
      case NOT_DETERMINISTIC -> beat(node, OUTSIDE_STATE.incrementAndGet() % 7);
      default -> {}
    }
  }

  private static void beat(DetectorNode<Beat> node, long number) {
    Peers links = node.links();
    for (int i = 0; i < links.size(); i++) {
      node.send(links.get(i), new Beat(Sightings.NONE, (int) number));
    }
  }

  @Override
  public void onTimer(DetectorNode<Beat> node, int timer) {
    if (fault == Fault.CHATTERS) {
      beat(node, 0);
    } else {
      for (int peer : node.links().sample(1, node.random())) {
        node.down(peer);
      }
    }
    node.schedule(TIMER, HALF_A_SECOND);
  }

  @Override
  public void onDeath(DetectorNode<Beat> node, int peer) {
    if (fault == Fault.THROWS) {
      throw new IllegalStateException("Nobody dies");
    }
    if (fault != Fault.MISSES_SOME || peer % 2 == 0) {
      node.down(peer);
    }
  }

  @Override
  public void onBirth(DetectorNode<Beat> node, int peer) {
    node.up(peer);
  }
}
