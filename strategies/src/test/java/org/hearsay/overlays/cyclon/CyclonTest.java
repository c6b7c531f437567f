package org.hearsay.overlays.cyclon;

import static org.hearsay.overlays.cyclon.GivenCyclon.FORGET;
import static org.hearsay.overlays.cyclon.GivenCyclon.LIFE;
import static org.hearsay.overlays.cyclon.GivenCyclon.SHUFFLE;
import static org.hearsay.overlays.cyclon.GivenCyclon.about;
import static org.hearsay.overlays.cyclon.GivenCyclon.ages;
import static org.hearsay.overlays.cyclon.GivenCyclon.node;
import static org.hearsay.overlays.cyclon.GivenCyclon.shuffle;
import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Sightings;
import org.hearsay.overlays.cyclon.CyclonMessage.Shuffle;
import org.hearsay.overlays.cyclon.CyclonMessage.ShuffleReply;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against exchanges that lose or double neighbors, and against neighbors that never age. */
final class CyclonTest {
  /** Node 1 with a full view, in which 2 is the youngest and 6 the oldest. */
  private final RecordingOverlay<CyclonMessage> node = node(2, 3, 4, 5, 6);

  private static Sightings answer(int peer, List<Effect> effects) {
    assertEquals(1, sent(effects).size());
    return ((ShuffleReply) sentTo(peer, effects).get(0)).sample();
  }

  @Test
  void aShuffleGoesToTheOldestNeighborWhichLeavesTheView() {
    List<Effect> effects = node.fire(SHUFFLE);
    assertEquals(1, sent(effects).size());
    assertEquals(6, sent(effects).get(0).peer());
    assertEquals(Peers.of(2, 3, 4, 5), node.links());
    assertEquals(node.links(), node.members());
  }

  @Test
  void shufflesComeAtEvenTimes() {
    assertEquals(10_000_000, delay(SHUFFLE, node.fire(SHUFFLE)));
  }

  @Test
  void aShuffleGivesAwaySomeNeighborsAndTheNodeItselfAsNew() {
    Set<Integer> given = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      Map<Integer, Long> sample = ages(shuffle(node(2, 3, 4, 5, 6).fire(SHUFFLE)).sample());
      assertEquals(3, sample.size());
      assertEquals(0, sample.get(1));
      assertFalse(sample.containsKey(6), "the receiver is not given to itself");
      given.addAll(sample.keySet());
    }
    assertTrue(given.size() >= 3);
  }

  @Test
  void agesGrowWithEachShuffle() {
    RecordingOverlay<CyclonMessage> two = node(2, 3);
    assertEquals(Map.of(1, 0L, 2, 1L), ages(shuffle(two.fire(SHUFFLE)).sample()));
    two.receive(3, new ShuffleReply(about(0, 7)));
    assertEquals(Map.of(1, 0L, 7, 1L), ages(shuffle(two.fire(SHUFFLE)).sample()), "2 is asked");
    two.receive(2, new ShuffleReply(about(5, 8)));
    assertEquals(Map.of(1, 0L, 7, 2L), ages(shuffle(two.fire(SHUFFLE)).sample()), "8 is asked");
  }

  @Test
  void itsOwnLifeIsSaidWithTheNode() {
    Sightings sample = shuffle(node.fire(SHUFFLE)).sample();
    for (int i = 0; i < sample.size(); i++) {
      long life = sample.node(i) == 1 ? RecordingOverlay.INCARNATION : LIFE;
      assertEquals(life, sample.incarnation(i));
    }
  }

  @Test
  void anAnswerFillsTheFreePlaceAndThenThoseOfWhoWasGiven() {
    Set<Integer> given = ages(shuffle(node.fire(SHUFFLE)).sample()).keySet();
    node.receive(6, new ShuffleReply(about(0, 7, 8, 9)));
    assertEquals(5, node.links().size());
    for (int peer = 2; peer <= 5; peer++) {
      assertEquals(!given.contains(peer), node.links().contains(peer), peer + " of " + given);
    }
    assertTrue(Set.of(7, 8, 9).stream().allMatch(node.links()::contains));
  }

  @Test
  void whoWasGivenStaysIfTheAnswerBringsNobodyNew() {
    node.fire(SHUFFLE);
    node.receive(6, new ShuffleReply(about(0, 2, 3)));
    assertEquals(Peers.of(2, 3, 4, 5), node.links());
  }

  @Test
  void aShuffleThatBringsNobodyNewCostsNobodyItsPlace() {
    for (int i = 0; i < 20; i++) {
      node.receive(9, new Shuffle(about(0, 2, 3, 4)));
      assertEquals(Peers.of(2, 3, 4, 5, 6), node.links());
    }
  }

  @Test
  void anAnswerThatIsRepeatedReplacesNobodyMore() {
    node.fire(SHUFFLE);
    node.receive(6, new ShuffleReply(about(0, 7)));
    Peers before = node.links();
    assertEquals(List.of(), node.receive(6, new ShuffleReply(about(0, 8, 9))));
    assertEquals(before, node.links());
  }

  @Test
  void aShuffleIsAnsweredWithAsManyAndTheViewKeepsItsSize() {
    List<Effect> effects = node.receive(9, new Shuffle(about(0, 7, 8, 9)));
    Set<Integer> given = ages(answer(9, effects)).keySet();
    assertEquals(3, given.size());
    assertEquals(5, node.links().size());
    assertTrue(Set.of(7, 8, 9).stream().allMatch(node.links()::contains));
    assertTrue(given.stream().noneMatch(node.links()::contains), "three for three");
  }

  @Test
  void freePlacesAreTakenBeforeAnybodyGoes() {
    RecordingOverlay<CyclonMessage> roomy = node(2, 3);
    List<Effect> effects = roomy.receive(9, new Shuffle(about(0, 7, 8, 9)));
    assertEquals(Set.of(2, 3), ages(answer(9, effects)).keySet());
    assertEquals(Peers.of(2, 3, 7, 8, 9), roomy.links());
  }

  @Test
  void nobodyIsInTheViewTwiceNorTheNodeItself() {
    RecordingOverlay<CyclonMessage> roomy = node(2, 3);
    roomy.receive(9, new Shuffle(about(4, 1, 2, 7, 7)));
    assertEquals(Peers.of(2, 3, 7), roomy.links());
    List<Effect> effects = roomy.receive(9, new Shuffle(about(0)));
    assertEquals(Set.of(2, 3, 7), ages(answer(9, effects)).keySet());
  }

  @Test
  void theDeadWhoDoNotAnswerAreGone() {
    node.fire(SHUFFLE);
    node.fire(SHUFFLE);
    assertEquals(Peers.of(2, 3, 4), node.links());
    assertFalse(node.links().contains(6));
  }

  @Test
  void whoIsDownIsGoneAtOnce() {
    node.down(3);
    assertEquals(Peers.of(2, 4, 5, 6), node.links());
    assertEquals(Peers.of(2, 4, 5, 6), node.members());
  }

  @Test
  void hearsayOfALifeThatIsOverBringsNobodyBack() {
    node.down(3);
    node.receive(9, new Shuffle(about(0, 3)));
    assertFalse(node.links().contains(3));
    node.live(3, LIFE + 5);
    node.receive(9, new Shuffle(Sightings.builder().add(3, LIFE + 4, 0).build()));
    assertFalse(node.links().contains(3));
    node.receive(9, new Shuffle(Sightings.builder().add(3, LIFE + 6, 0).build()));
    assertTrue(node.links().contains(3), "but a new life does");
  }

  @Test
  void whoWasNotHeardOfForTooManyShufflesIsForgotten() {
    RecordingOverlay<CyclonMessage> other = node(2);
    other.receive(9, new Shuffle(about(FORGET + 1, 7)));
    assertEquals(Peers.of(2), other.links());
    other.receive(9, new Shuffle(about(FORGET, 7, 8)));
    assertEquals(Peers.of(2, 7, 8), other.links());
    List<Effect> effects = other.fire(SHUFFLE);
    assertEquals(List.of(2), sent(effects).stream().map(Effect.Sent::peer).toList());
    assertEquals(Peers.of(), other.links());
  }

  @Test
  void aNegativeAgeIsNone() {
    RecordingOverlay<CyclonMessage> other = node(2);
    other.receive(9, new Shuffle(about(-5, 7)));
    assertEquals(Map.of(1, 0L, 7, 1L), ages(shuffle(other.fire(SHUFFLE)).sample()));
  }
}
