package org.hearsay.detectors.swim;

import static org.hearsay.detectors.swim.SwimFixture.RIDE;
import static org.hearsay.detectors.swim.SwimFixture.SUSPICION_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.TIMEOUT_MICROS;
import static org.hearsay.detectors.swim.SwimFixture.ping;
import static org.hearsay.detectors.swim.SwimFixture.swim;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearsay.api.membership.Sightings;
import org.hearsay.detectors.SteppedDetector;
import org.hearsay.detectors.swim.SwimMessage.Updates;
import org.junit.jupiter.api.Test;

/**
 * Guards against news that stop before everybody has them or never do, and against envelopes that
 * grow with the group.
 */
final class SpreadingTest {

  /** The members that an envelope for a peer has news of, in order. */
  private static List<Integer> told(SteppedDetector<SwimMessage> node, int peer) {
    return sentTo(peer, node.depart(peer)).stream()
        .filter(Updates.class::isInstance)
        .map(message -> ((Updates) message).news())
        .flatMap(SpreadingTest::members)
        .toList();
  }

  private static Stream<Integer> members(Sightings news) {
    return IntStream.range(0, news.size())
        .filter(i -> Status.of(news.note(i)) != Status.SUSPECTOR)
        .mapToObj(news::node);
  }

  /** How often one piece of news joins an envelope. */
  private static int sendings(int others) {
    SteppedDetector<SwimMessage> node = swim(others);
    node.receive(1, SwimFixture.dead(2, 50));
    int sendings = 0;
    while (sendings < 100 && !told(node, 3 + sendings % 2).isEmpty()) {
      sendings++;
    }
    return sendings;
  }

  @Test
  void newsArePassedOnSoOftenAsTheLogarithmOfTheGroupSays() {
    assertEquals(2, sendings(8), "2 x log10(9 + 1)");
    assertEquals(4, sendings(9), "2 x log10(10 + 1), rounded up before");
    assertEquals(4, sendings(98));
    assertEquals(6, sendings(99));
  }

  @Test
  void withoutNewsNothingJoinsAnEnvelope() {
    assertEquals(List.of(), swim(9).depart(1));
  }

  @Test
  void noEnvelopeHasMoreNewsThanItMay() {
    SteppedDetector<SwimMessage> node = swim(9);
    for (int member = 4; member <= 8; member++) {
      node.receive(1, SwimFixture.suspect(member, 50, 2));
    }
    assertEquals(List.of(4, 5, 6), told(node, 1));
    assertEquals(List.of(7, 8, 4), told(node, 2));
    assertEquals(List.of(5, 6, 7), told(node, 3));
  }

  @Test
  void freshNewsGoBeforeOlderOnes() {
    SteppedDetector<SwimMessage> node = swim(9);
    for (int member = 4; member <= 6; member++) {
      node.receive(1, SwimFixture.dead(member, 50));
    }
    assertEquals(List.of(4, 5, 6), told(node, 1));
    node.receive(1, SwimFixture.dead(7, 50));
    assertEquals(List.of(7, 4, 5), told(node, 1));
  }

  @Test
  void newsJoinWhateverLeavesForWhomever() {
    SteppedDetector<SwimMessage> node = swim(9);
    node.receive(1, SwimFixture.suspect(3, 50, 2));
    assertEquals(List.of(SwimFixture.suspect(3, 50, 2)), sentTo(77, node.depart(77)));
  }

  @Test
  void everyKindOfNewsIsPassedOnAsItWasTold() {
    List<Updates> kinds =
        List.of(
            SwimFixture.alive(3, 50),
            SwimFixture.suspect(3, 50, 7),
            SwimFixture.alive(3, 51),
            SwimFixture.dead(3, 51),
            SwimFixture.alive(3, 52));
    SteppedDetector<SwimMessage> node = swim(9);
    for (Updates news : kinds) {
      node.receive(1, news);
      assertEquals(List.of(news), sentTo(2, node.depart(2)));
    }
  }

  @Test
  void whatIsNotNewIsNotPassedOn() {
    SteppedDetector<SwimMessage> node = swim(8);
    node.receive(1, SwimFixture.suspect(3, 50, 7));
    node.receive(1, SwimFixture.dead(3, 51));
    assertEquals(List.of(3), told(node, 1));
    assertEquals(List.of(3), told(node, 2));
    node.receive(1, SwimFixture.dead(3, 51));
    node.receive(1, SwimFixture.suspect(3, 50, 7));
    node.receive(1, SwimFixture.alive(3, 51));
    node.receive(1, SwimFixture.dead(77, 51));
    assertEquals(List.of(), told(node, 1));
  }

  @Test
  void aSecondSuspicionIsNoNewsInSwim() {
    SteppedDetector<SwimMessage> node = swim(8);
    node.receive(1, SwimFixture.suspect(3, 50, 7));
    node.depart(1);
    node.depart(1);
    node.receive(1, SwimFixture.suspect(3, 50, 8));
    assertEquals(List.of(), node.depart(1));
  }

  @Test
  void ownSuspicionsAreTold() {
    SteppedDetector<SwimMessage> node = swim(9);
    int target = ping(node.passTo(RIDE)).peer();
    node.live(target, 50);
    node.pass(2 * TIMEOUT_MICROS);
    assertEquals(List.of(SwimFixture.suspect(target, 50, 0)), sentTo(77, node.depart(77)));
  }

  @Test
  void ownVerdictsAreTold() {
    SteppedDetector<SwimMessage> node = swim(1);
    node.live(1, 50);
    node.passTo(RIDE);
    node.pass(2 * TIMEOUT_MICROS + SUSPICION_MICROS);
    assertEquals(List.of(SwimFixture.dead(1, 50)), sentTo(77, node.depart(77)));
  }

  @Test
  void newLivesAreTold() {
    SteppedDetector<SwimMessage> node = swim(9);
    node.receive(1, SwimFixture.dead(3, 50));
    node.restart(3, 150);
    node.restart(77, 150);
    assertEquals(List.of(SwimFixture.alive(3, 150)), sentTo(5, node.depart(5)));
  }

  @Test
  void whoeverIsBackOrGoneIsNotToldOfAsBefore() {
    SteppedDetector<SwimMessage> node = swim(9);
    node.receive(1, SwimFixture.dead(3, 50));
    node.receive(1, SwimFixture.dead(4, 50));
    node.receive(1, SwimFixture.dead(5, 50));
    node.receive(3);
    node.watch(1, 2, 3, 5);
    assertEquals(List.of(5), told(node, 77));
  }
}
