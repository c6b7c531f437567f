package org.hearsay.detectors.swim;

import static org.hearsay.detectors.Verdicts.dead;
import static org.hearsay.detectors.Verdicts.suspected;
import static org.hearsay.detectors.swim.SwimFixture.HELPERS;
import static org.hearsay.detectors.swim.SwimFixture.PERIOD;
import static org.hearsay.detectors.swim.SwimFixture.PERIOD_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.RIDE;
import static org.hearsay.detectors.swim.SwimFixture.RIDE_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.SUSPICION_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.TIMEOUT_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.number;
import static org.hearsay.detectors.swim.SwimFixture.ping;
import static org.hearsay.detectors.swim.SwimFixture.pings;
import static org.hearsay.detectors.swim.SwimFixture.requests;
import static org.hearsay.detectors.swim.SwimFixture.swim;
import static org.hearsay.detectors.swim.SwimFixture.swimWithoutRide;
import static org.hearsay.detectors.swim.SwimFixture.upTo;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.swim.SwimMessage.Ack;
import org.hearsay.testkit.Effect;
import org.junit.jupiter.api.Test;

/**
 * Guards against suspicions of whoever has given a sign of life, against deaths that nobody looks
 * for, and against more messages than a probe needs.
 */
final class ProbingTest {
  private final SteppedDetector<SwimMessage> node = swim(9);

  @Test
  void theFirstProbeBeginsAtARandomMomentOfTheFirstPeriod() {
    node.passTo(PERIOD);
    assertTrue(0 < node.nowMicros() && node.nowMicros() < PERIOD_MICROS, "" + node.nowMicros());
  }

  @Test
  void aPingWaitsForAnEnvelopeToJoinAndThenLeavesAlone() {
    assertEquals(List.of(), sent(node.passTo(PERIOD)));
    assertEquals(List.of(), sent(node.pass(RIDE_MICROS - 1)));
    assertEquals(1, pings(node.pass(1)).size());
  }

  @Test
  void aPingRidesOnGossipThatLeavesAnyway() {
    SteppedDetector<SwimMessage> pair = swim(2);
    pair.passTo(PERIOD);
    int target = pings(pair.depart(1)).isEmpty() ? 2 : 1;
    if (target == 2) {
      assertEquals(2, ping(pair.depart(2)).peer());
    }
    assertEquals(List.of(), pings(pair.depart(3 - target)));
    assertEquals(List.of(), sent(pair.pass(TIMEOUT_MICROS - 1)), "it was pinged");
    assertEquals(1, requests(pair.pass(1)).size(), "and has had its time since");
  }

  @Test
  void aPingThatMayNotWaitLeavesAtOnce() {
    assertEquals(1, pings(swimWithoutRide(9).passTo(PERIOD)).size());
  }

  @Test
  void eachMemberIsProbedOnceInARound() {
    for (int round = 0; round < 5; round++) {
      HashSet<Integer> probed = new HashSet<>();
      for (int i = 0; i < 9; i++) {
        Effect.Sent ping = ping(node.passTo(RIDE));
        probed.add(ping.peer());
        assertEquals(List.of(), sent(node.receive(ping.peer(), new Ack(number(ping.message())))));
      }
      assertEquals(9, probed.size());
    }
  }

  @Test
  void oneMemberIsProbedAPeriod() {
    long first = firstPingMicros();
    for (int i = 1; i <= 5; i++) {
      Effect.Sent ping = ping(node.passTo(RIDE));
      node.receive(ping.peer(), new Ack(number(ping.message())));
      assertEquals(first + i * PERIOD_MICROS, node.nowMicros());
    }
  }

  private long firstPingMicros() {
    Effect.Sent ping = ping(node.passTo(RIDE));
    node.receive(ping.peer(), new Ack(number(ping.message())));
    return node.nowMicros();
  }

  @Test
  void whoeverAcknowledgesInTimeIsLeftInPeace() {
    Effect.Sent ping = ping(node.passTo(RIDE));
    node.pass(TIMEOUT_MICROS - 1);
    node.receive(ping.peer(), new Ack(number(ping.message())));
    List<Effect> rest = node.pass(PERIOD_MICROS - TIMEOUT_MICROS);
    assertEquals(List.of(), requests(rest));
    assertEquals(List.of(), suspected(rest));
  }

  @Test
  void anythingThatComesFromTheTargetAcknowledges() {
    Effect.Sent ping = ping(node.passTo(RIDE));
    node.receive(ping.peer());
    List<Effect> rest = node.pass(PERIOD_MICROS - 1);
    assertEquals(List.of(), requests(rest));
    assertEquals(List.of(), suspected(rest));
  }

  @Test
  void whatCameBeforeThePingAcknowledgesNothing() {
    SteppedDetector<SwimMessage> single = swim(1);
    single.passTo(PERIOD);
    single.receive(1);
    assertEquals(1, pings(single.passTo(RIDE)).size());
    assertEquals(List.of(1), suspected(single.pass(2 * TIMEOUT_MICROS)));
  }

  @Test
  void withoutAnAcknowledgementInTimeOthersAreAskedToTry() {
    Effect.Sent ping = ping(node.passTo(RIDE));
    assertEquals(List.of(), sent(node.pass(TIMEOUT_MICROS - 1)));
    List<Effect.Sent> requests = requests(node.pass(1));
    assertEquals(HELPERS, new HashSet<>(receivers(List.copyOf(requests))).size());
    for (Effect.Sent request : requests) {
      assertFalse(request.peer() == ping.peer(), "it is the target");
      assertEquals(SwimFixture.request(ping.peer(), number(ping.message())), request.message());
    }
  }

  @Test
  void helpersAreOtherMembersEachTime() {
    HashSet<Integer> helpers = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      Effect.Sent ping = ping(node.passTo(RIDE));
      helpers.addAll(receivers(List.copyOf(requests(node.pass(TIMEOUT_MICROS)))));
      node.receive(ping.peer());
    }
    assertEquals(new HashSet<>(Arrays.stream(upTo(9)).boxed().toList()), helpers);
  }

  @Test
  void thoseWhoAreDownAreNotAskedToTry() {
    SteppedDetector<SwimMessage> three = swim(3);
    three.receive(1, SwimFixture.dead(3, 0));
    for (int i = 0; i < 10; i++) {
      Effect.Sent ping =
          pings(three.passTo(RIDE)).stream()
              .filter(sent -> sent.peer() != 3)
              .findAny()
              .orElseThrow();
      List<Effect> timedOut = three.pass(TIMEOUT_MICROS);
      assertEquals(List.of(3 - ping.peer()), receivers(List.copyOf(requests(timedOut))));
      three.receive(ping.peer());
    }
  }

  @Test
  void anAcknowledgementThatAHelperPassesOnCounts() {
    Effect.Sent ping = ping(node.passTo(RIDE));
    int helper = requests(node.pass(TIMEOUT_MICROS)).get(0).peer();
    node.receive(helper, new Ack(number(ping.message())));
    assertEquals(List.of(), suspected(node.pass(PERIOD_MICROS - TIMEOUT_MICROS)));
  }

  @Test
  void anAcknowledgementOfSomethingElseDoesNotCount() {
    Effect.Sent ping = ping(node.passTo(RIDE));
    int helper = requests(node.pass(TIMEOUT_MICROS)).get(0).peer();
    node.receive(helper, new Ack(number(ping.message()) + 1));
    assertEquals(List.of(ping.peer()), suspected(node.pass(TIMEOUT_MICROS)));
  }

  @Test
  void whoeverNobodyReachesIsSuspectAfterTwoTimeouts() {
    Effect.Sent ping = ping(node.passTo(RIDE));
    assertEquals(List.of(), suspected(node.pass(2 * TIMEOUT_MICROS - 1)));
    assertEquals(List.of(ping.peer()), suspected(node.pass(1)));
    assertEquals(List.of(), dead(node.pass(SUSPICION_MICROS - 1)));
    assertTrue(dead(node.pass(1)).contains(ping.peer()));
  }

  @Test
  void whereNobodyElseIsToAskSuspicionsComeAsSlowly() {
    SteppedDetector<SwimMessage> single = swim(1);
    single.passTo(RIDE);
    assertEquals(List.of(), sent(single.pass(2 * TIMEOUT_MICROS - 1)));
    assertEquals(List.of(1), suspected(single.pass(1)));
  }

  @Test
  void aSuspectIsNotSuspectedAgainWhenItIsProbedAgain() {
    SteppedDetector<SwimMessage> single = swim(1);
    single.passTo(RIDE);
    assertEquals(List.of(1), suspected(single.pass(2 * TIMEOUT_MICROS)));
    assertEquals(List.of(), suspected(single.pass(SUSPICION_MICROS - 1)));
    assertEquals(List.of(1), dead(single.pass(1)), "nor does it get more time");
  }

  @Test
  void whoeverHasLeftTheGroupIsNotSuspected() {
    SteppedDetector<SwimMessage> pair = swim(2);
    Effect.Sent ping = ping(pair.passTo(RIDE));
    pair.watch(3 - ping.peer());
    assertEquals(List.of(), suspected(pair.pass(PERIOD_MICROS - RIDE_MICROS)));
  }

  @Test
  void whoeverIsDeadIsNotProbedButPingedToSeeWhetherItIsBack() {
    SteppedDetector<SwimMessage> three = swim(3);
    three.receive(1, SwimFixture.dead(2, 0));
    for (int i = 0; i < 10; i++) {
      assertEquals(2, ping(three.passTo(PERIOD)).peer());
      Effect.Sent probe = ping(three.passTo(RIDE));
      assertFalse(probe.peer() == 2, "it is dead");
      three.receive(probe.peer());
    }
  }

  @Test
  void aloneInItsGroupANodeProbesNobody() {
    assertEquals(List.of(), sent(swim(0).pass(10 * PERIOD_MICROS)));
  }
}
