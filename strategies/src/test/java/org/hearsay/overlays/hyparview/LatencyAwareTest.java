package org.hearsay.overlays.hyparview;

import static org.hearsay.overlays.hyparview.Given.LIFE;
import static org.hearsay.overlays.hyparview.Given.about;
import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearsay.api.Peers;
import org.hearsay.overlays.hyparview.HyParViewMessage.Disconnect;
import org.hearsay.overlays.hyparview.HyParViewMessage.Neighbor;
import org.hearsay.overlays.hyparview.HyParViewMessage.ShuffleReply;
import org.hearsay.overlays.hyparview.LatencyAwareMessage.BeNear;
import org.hearsay.overlays.hyparview.LatencyAwareMessage.BeNearReply;
import org.hearsay.overlays.hyparview.LatencyAwareMessage.Measure;
import org.hearsay.overlays.hyparview.LatencyAwareMessage.Measured;
import org.hearsay.overlays.hyparview.LatencyAwareMessage.Part;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against near links that are far, known to one end only, or kept in place of bridges. */
final class LatencyAwareTest {
  private static final int ROUND = 8;
  private static final long SOON_MICROS = 2_000_000;

  /** Node 1 with two near places, and the bridges 2 and 3, through which it knows 5, 6 and 7. */
  private final RecordingOverlay<LatencyAwareMessage> node = node();

  private static RecordingOverlay<LatencyAwareMessage> node() {
    LatencyAwareConfig config =
        new LatencyAwareConfig(2, 2, 5, Duration.ofSeconds(10), 4, Duration.ofSeconds(60));
    RecordingOverlay<LatencyAwareMessage> node =
        new RecordingOverlay<>(new LatencyAware(config), 1, Given.NODES, 0);
    node.start();
    for (int bridge : new int[] {2, 3}) {
      node.up(bridge, LIFE);
      node.receive(bridge, new Neighbor(true));
    }
    node.receive(2, new ShuffleReply(about(5, 6, 7)));
    node.fire(Given.OVERDUE);
    return node;
  }

  private static Set<Integer> measured(List<Effect> effects) {
    return sent(effects).stream()
        .filter(each -> each.message() instanceof Measure)
        .map(Effect.Sent::peer)
        .collect(Collectors.toSet());
  }

  /** The number of the question to a peer. */
  private static long question(int peer, List<Effect> effects) {
    return ((Measure) sentTo(peer, effects).get(0)).number();
  }

  /** Lets a round measure a peer, which is so far away; what follows the last answer. */
  private List<Effect> measure(int peer, long... tripsMicros) {
    List<Effect> effects = node.fire(ROUND);
    for (long trip : tripsMicros) {
      long number = question(peer, effects);
      node.advance(trip);
      effects = node.receive(peer, new Measured(number, false));
    }
    return effects;
  }

  private void makeNear(int peer, long tripMicros) {
    node.receive(peer, new BeNear(tripMicros));
    assertTrue(node.links().contains(peer));
  }

  @Test
  void bridgesAreNeighborsOfTheirOwn() {
    assertEquals(Peers.of(2, 3), node.links());
    assertEquals(Peers.of(2, 3, 5, 6, 7), node.members());
  }

  @Test
  void aRoundMeasuresWhoIsKnownAndNoNeighbor() {
    assertTrue(measured(node.fire(ROUND)).containsAll(Set.of(5, 6, 7)));
    assertFalse(measured(node.fire(ROUND)).contains(2));
  }

  /** Pieces that have grown around different contacts know nothing of each other otherwise. */
  @Test
  void aContactThatNobodyTellsOfIsMeasuredUntilRoundsChangeNothing() {
    for (int round = 1; round <= 5; round++) {
      assertEquals(Set.of(0, 5, 6, 7), measured(node.fire(ROUND)), "round " + round);
    }
    assertEquals(Set.of(5, 6, 7), measured(node.fire(ROUND)));
  }

  @Test
  void aPeerIsMeasuredThreeTimesAndAskedByTheLeast() {
    assertEquals(List.of(new BeNear(10_000)), sentTo(5, measure(5, 30_000, 10_000, 20_000)));
    assertEquals(Peers.of(2, 3), node.links(), "until it agrees");
    node.receive(5, new BeNearReply(true));
    assertEquals(Peers.of(2, 3, 5), node.links());
  }

  @Test
  void whoDoesNotAgreeIsNoNeighbor() {
    measure(5, 30_000, 10_000, 20_000);
    assertEquals(List.of(), node.receive(5, new BeNearReply(false)));
    assertEquals(Peers.of(2, 3), node.links());
  }

  @Test
  void anAnswerToAnotherQuestionIsNone() {
    long number = question(5, node.fire(ROUND));
    assertEquals(List.of(), sent(node.receive(5, new Measured(number + 7, false))));
    assertEquals(1, sent(node.receive(5, new Measured(number, false))).size());
    assertEquals(List.of(), sent(node.receive(5, new Measured(number, false))), "twice");
  }

  @Test
  void theLastAnswerCountsOnceToo() {
    long number = question(5, measure(5, 30_000, 10_000));
    assertEquals(1, sent(node.receive(5, new Measured(number, false))).size());
    assertEquals(List.of(), sent(node.receive(5, new Measured(number, false))));
  }

  @Test
  void anAnswerAfterItsRoundIsNone() {
    long number = question(5, node.fire(ROUND));
    node.fire(ROUND);
    assertEquals(List.of(), sent(node.receive(5, new Measured(number, false))));
  }

  @Test
  void whoIsNotNearerThanTheFarthestIsMeasuredOnceOnly() {
    makeNear(8, 10_000);
    makeNear(9, 20_000);
    assertEquals(List.of(), sent(measure(5, 16_000)), "a fifth nearer at least");
    assertEquals(1, sent(measure(5, 15_999)).size());
  }

  @Test
  void aNearerPeerTakesThePlaceOfTheFarthest() {
    makeNear(8, 10_000);
    makeNear(9, 20_000);
    measure(5, 1_000, 1_000, 1_000);
    List<Effect> effects = node.receive(5, new BeNearReply(true));
    assertEquals(List.of(new Effect.Sent(9, new Part())), sent(effects));
    assertEquals(Peers.of(2, 3, 5, 8), node.links());
  }

  @Test
  void bothEndsMustGain() {
    makeNear(8, 10_000);
    makeNear(9, 20_000);
    List<Effect> far = node.receive(6, new BeNear(19_000));
    assertEquals(List.of(new BeNearReply(false)), sentTo(6, far));
    List<Effect> close = node.receive(6, new BeNear(5_000));
    assertEquals(List.of(new BeNearReply(true)), sentTo(6, close));
    assertEquals(List.of(new Part()), sentTo(9, close));
    assertEquals(Peers.of(2, 3, 6, 8), node.links());
  }

  @Test
  void whoIsNearAlreadyAgreesAgain() {
    makeNear(8, 10_000);
    makeNear(9, 20_000);
    List<Effect> effects = node.receive(9, new BeNear(20_000));
    assertEquals(List.of(new Effect.Sent(9, new BeNearReply(true))), sent(effects));
    assertEquals(Peers.of(2, 3, 8, 9), node.links());
  }

  @Test
  void whoAgreesWhenNearerOnesHaveComeIsToldSo() {
    measure(5, 30_000, 30_000, 30_000);
    makeNear(8, 10_000);
    makeNear(9, 20_000);
    List<Effect> effects = node.receive(5, new BeNearReply(true));
    assertEquals(List.of(new Effect.Sent(5, new Part())), sent(effects));
    assertEquals(Peers.of(2, 3, 8, 9), node.links());
  }

  @Test
  void whoAgreesAfterItsRoundIsToldSoAsItsDistanceIsForgotten() {
    measure(5, 30_000, 30_000, 30_000);
    node.fire(ROUND);
    List<Effect> effects = node.receive(5, new BeNearReply(true));
    assertEquals(List.of(new Effect.Sent(5, new Part())), sent(effects));
    assertEquals(Peers.of(2, 3), node.links());
  }

  @Test
  void nearOnesNeverTakeThePlaceOfABridge() {
    for (int peer = 10; peer < 50; peer++) {
      node.receive(peer, new BeNear(100_000 / peer));
      assertTrue(node.links().contains(2) && node.links().contains(3));
      assertTrue(node.links().size() <= 2 + 2);
    }
  }

  @Test
  void aBridgeThatIsNearTooStaysLinkedWhenItIsNearNoMore() {
    makeNear(2, 1_000);
    assertEquals(Peers.of(2, 3), node.links());
    node.receive(2, new Part());
    assertEquals(Peers.of(2, 3), node.links());
    makeNear(3, 1_000);
    node.receive(3, new Disconnect(true));
    assertTrue(node.links().contains(3), "and the other way round");
  }

  @Test
  void whoPartsIsNoNeighbor() {
    makeNear(8, 10_000);
    List<Effect> effects = node.receive(8, new Part());
    assertEquals(Peers.of(2, 3), node.links());
    assertEquals(SOON_MICROS, delay(ROUND, effects), "another is soon sought");
    assertEquals(List.of(), node.receive(8, new Part()));
  }

  @Test
  void whoIsDownIsNeitherNearNorABridge() {
    makeNear(8, 10_000);
    node.down(8);
    node.down(2);
    assertFalse(node.links().contains(8));
    assertFalse(node.links().contains(2));
  }

  @Test
  void aQuestionIsAnsweredWithWhetherOneIsNear() {
    assertEquals(List.of(new Measured(4, false)), sentTo(8, node.receive(8, new Measure(4))));
    makeNear(8, 10_000);
    assertEquals(List.of(new Measured(5, true)), sentTo(8, node.receive(8, new Measure(5))));
  }

  @Test
  void whoDoesNotTakeThisNodeForNearIsNotNear() {
    makeNear(8, 10_000);
    assertTrue(measured(node.fire(ROUND)).contains(8), "one near neighbor is asked");
    node.receive(8, new Measured(0, true));
    assertTrue(node.links().contains(8));
    node.fire(ROUND);
    node.receive(8, new Measured(0, false));
    assertFalse(node.links().contains(8));
  }

  @Test
  void whoIsNearAndDoesNotAnswerThreeTimesIsLeft() {
    makeNear(8, 10_000);
    node.fire(ROUND);
    node.fire(ROUND);
    node.receive(8, new Measured(0, true));
    node.fire(ROUND);
    node.fire(ROUND);
    node.fire(ROUND);
    assertTrue(node.links().contains(8));
    node.fire(ROUND);
    assertFalse(node.links().contains(8));
  }

  @Test
  void roundsAreFartherApartWhileTheyChangeNothing() {
    node.fire(ROUND);
    long wait = delay(ROUND, node.fire(ROUND));
    assertTrue(wait >= 2 * SOON_MICROS);
    assertEquals(2 * wait, delay(ROUND, node.fire(ROUND)));
    for (int i = 0; i < 10; i++) {
      wait = delay(ROUND, node.fire(ROUND));
    }
    assertEquals(60_000_000, wait);
    makeNear(8, 10_000);
    assertEquals(30_000_000, delay(ROUND, node.fire(ROUND)));
  }

  @Test
  void aNodeThatLeavesTellsAllItsNeighbors() {
    makeNear(8, 10_000);
    List<Effect> effects = node.leave();
    assertEquals(List.of(new Part()), sentTo(8, effects));
    assertEquals(List.of(new Disconnect(true)), sentTo(2, effects));
    assertEquals(List.of(new Disconnect(true)), sentTo(3, effects));
  }
}
