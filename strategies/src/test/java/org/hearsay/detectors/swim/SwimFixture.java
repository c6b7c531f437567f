package org.hearsay.detectors.swim;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Message;
import org.hearsay.api.membership.Sightings;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.swim.SwimMessage.Ping;
import org.hearsay.detectors.swim.SwimMessage.PingRequest;
import org.hearsay.detectors.swim.SwimMessage.Updates;
import org.hearsay.strategies.Effects;
import org.hearsay.testkit.Effect;

/** Nodes with short options, and words for what they say to each other. */
final class SwimFixture {
  static final int PERIOD = 0;
  static final int RIDE = 1;

  static final long PERIOD_MICROS = 1_000_000;
  static final long TIMEOUT_MICROS = 300_000;
  static final long RIDE_MICROS = 100_000;
  static final int HELPERS = 2;

  /** How long a suspect has, in a group of up to 10. */
  static final long SUSPICION_MICROS = 2 * PERIOD_MICROS;

  private SwimFixture() {}

  private static SwimConfig config(long rideMillis, boolean lifeguard) {
    return new SwimConfig(
        Duration.ofMillis(1_000),
        Duration.ofMillis(300),
        HELPERS,
        2,
        2,
        3,
        Duration.ofMillis(rideMillis),
        lifeguard,
        lifeguard,
        lifeguard);
  }

  /** SWIM at node 0, in a group that is shared by all with the nodes from 1 on. */
  static SteppedDetector<SwimMessage> swim(int others) {
    return SteppedDetector.grouped(new Swim(config(100, false)), upTo(others));
  }

  /** The same, whose pings wait for nothing. */
  static SteppedDetector<SwimMessage> swimWithoutRide(int others) {
    return SteppedDetector.grouped(new Swim(config(0, false)), upTo(others));
  }

  /** Lifeguard at node 0, in a group that is shared by all with the nodes from 1 on. */
  static SteppedDetector<SwimMessage> lifeguard(int others) {
    return SteppedDetector.grouped(new Swim(config(100, true)), upTo(others));
  }

  /** Lifeguard at node 0, which has a group of its own with the nodes from 1 on. */
  static SteppedDetector<SwimMessage> lifeguardOfItsOwn(int others) {
    return SteppedDetector.linked(new Swim(config(100, true)), upTo(others));
  }

  static int[] upTo(int others) {
    return IntStream.rangeClosed(1, others).toArray();
  }

  static Updates alive(int member, long incarnation) {
    return new Updates(Sightings.builder().add(member, incarnation, Status.ALIVE.note()).build());
  }

  static Updates suspect(int member, long incarnation, int suspector) {
    return new Updates(
        Sightings.builder()
            .add(member, incarnation, Status.SUSPECT.note())
            .add(suspector, 0, Status.SUSPECTOR.note())
            .build());
  }

  static Updates dead(int member, long incarnation) {
    return new Updates(Sightings.builder().add(member, incarnation, Status.DEAD.note()).build());
  }

  static PingRequest request(int target, long number) {
    return new PingRequest(Sightings.builder().add(target, 0, number).build());
  }

  /** The only ping that was sent. */
  static Effect.Sent ping(List<Effect> effects) {
    List<Effect.Sent> pings = pings(effects);
    if (pings.size() != 1) {
      throw new AssertionError("Not one ping: " + effects);
    }
    return pings.get(0);
  }

  static List<Effect.Sent> pings(List<Effect> effects) {
    return Effects.sent(effects).stream().filter(sent -> sent.message() instanceof Ping).toList();
  }

  static long number(Message ping) {
    return ((Ping) ping).number();
  }

  /** Who was asked to ping somebody else. */
  static List<Effect.Sent> requests(List<Effect> effects) {
    return Effects.sent(effects).stream()
        .filter(sent -> sent.message() instanceof PingRequest)
        .toList();
  }
}
