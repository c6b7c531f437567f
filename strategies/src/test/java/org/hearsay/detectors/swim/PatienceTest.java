package org.hearsay.detectors.swim;

import static org.hearsay.detectors.Verdicts.suspected;
import static org.hearsay.detectors.swim.SwimFixture.PERIOD;
import static org.hearsay.detectors.swim.SwimFixture.PERIOD_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.RIDE;
import static org.hearsay.detectors.swim.SwimFixture.TIMEOUT_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.lifeguard;
import static org.hearsay.detectors.swim.SwimFixture.number;
import static org.hearsay.detectors.swim.SwimFixture.ping;
import static org.hearsay.detectors.swim.SwimFixture.requests;
import static org.hearsay.detectors.swim.SwimFixture.suspect;
import static org.hearsay.detectors.swim.SwimFixture.swim;
import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.testkit.RecordingDetector.INCARNATION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.swim.SwimMessage.Nack;
import org.hearsay.testkit.Effect;
import org.junit.jupiter.api.Test;

/**
 * Guards against a slow node that takes everybody else for dead: with Lifeguard, it is the more
 * patient the more speaks for its being the one who is slow.
 */
final class PatienceTest {
  private static final int SELF = 0;
  private static final int TIMEOUT = 2;

  /** How many times as long as usual a probe of a node takes, and its next period. */
  private static long stretch(SteppedDetector<SwimMessage> node) {
    long period = delay(PERIOD, node.passTo(PERIOD)) / PERIOD_MICROS;
    long timeout = delay(TIMEOUT, node.passTo(RIDE)) / TIMEOUT_MICROS;
    assertEquals(period, timeout);
    return timeout;
  }

  /** Lets a probe fail during which so many of two helpers say that they are at it. */
  private static void failProbe(SteppedDetector<SwimMessage> node, int nacks) {
    Effect.Sent ping = ping(node.passTo(RIDE));
    List<Effect.Sent> requests = requests(node.passTo(TIMEOUT));
    for (int i = 0; i < nacks; i++) {
      node.receive(requests.get(i).peer(), new Nack(number(ping.message())));
    }
    assertEquals(List.of(ping.peer()), suspected(node.passTo(TIMEOUT)));
  }

  private static void succeedWithProbe(SteppedDetector<SwimMessage> node) {
    node.receive(ping(node.passTo(RIDE)).peer());
  }

  @Test
  void aNodeWhoseProbesSucceedTakesNoMoreTime() {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    succeedWithProbe(node);
    succeedWithProbe(node);
    assertEquals(1, stretch(node));
  }

  @Test
  void aProbeThatFailsThoughHelpersAnswerCostsALittle() {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    failProbe(node, 2);
    assertEquals(2, stretch(node));
  }

  @Test
  void helpersThatDoNotAnswerCostMore() {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    failProbe(node, 0);
    assertEquals(3, stretch(node));
  }

  @Test
  void oneHelperOfTwoThatAnswersCostsLess() {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    failProbe(node, 1);
    assertEquals(2, stretch(node));
  }

  @Test
  void answersToAnotherProbeAreNone() {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    Effect.Sent ping = ping(node.passTo(RIDE));
    for (Effect.Sent request : requests(node.passTo(TIMEOUT))) {
      node.receive(request.peer(), new Nack(number(ping.message()) + 1));
    }
    node.passTo(TIMEOUT);
    assertEquals(3, stretch(node));
  }

  @Test
  void withoutHelpersAFailureCostsALittle() {
    SteppedDetector<SwimMessage> node = lifeguard(1);
    node.passTo(RIDE);
    assertEquals(List.of(1), suspected(node.pass(2 * TIMEOUT_MICROS)));
    assertEquals(2, stretch(node));
  }

  @Test
  void aProbeThatSucceedsMakesUpForALittle() {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    failProbe(node, 0);
    succeedWithProbe(node);
    assertEquals(2, stretch(node));
  }

  @Test
  void havingToRefuteCostsALittle() {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    node.receive(5, suspect(SELF, INCARNATION, 4));
    assertEquals(2, stretch(node));
  }

  @Test
  void havingRefutedCostsNothingAnyMore() {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    node.receive(5, suspect(SELF, INCARNATION, 4));
    node.receive(5, suspect(SELF, INCARNATION, 6));
    node.receive(5, suspect(SELF, 0, 6));
    assertEquals(2, stretch(node));
  }

  @Test
  void suspicionsComeLaterTheMorePatientTheNode() {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    node.receive(5, suspect(SELF, INCARNATION, 4));
    Effect.Sent ping = ping(node.passTo(RIDE));
    assertEquals(List.of(), suspected(node.pass(4 * TIMEOUT_MICROS - 1)));
    assertEquals(List.of(ping.peer()), suspected(node.pass(1)));
  }

  @Test
  void inSwimNothingMakesMorePatient() {
    SteppedDetector<SwimMessage> node = swim(9);
    failProbe(node, 0);
    node.receive(5, suspect(SELF, INCARNATION, 4));
    assertEquals(1, stretch(node));
  }

  @Test
  void theTimeoutOfAProbeIsNotThatOfTheNext() {
    SteppedDetector<SwimMessage> node = lifeguard(9);
    node.passTo(PERIOD);
    // Patience grows after the period was set, so that the time-out is due in the next one.
    node.receive(5, suspect(SELF, INCARNATION, 4));
    node.receive(5, suspect(SELF, INCARNATION + 1, 4));
    node.passTo(RIDE);
    node.passTo(PERIOD);
    assertEquals(List.of(), requests(node.pass(99_999)), "it has not been pinged");
    ping(node.pass(1));
  }
}
