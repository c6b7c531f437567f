package org.hearsay.overlays.hyparview;

import static org.hearsay.overlays.hyparview.Given.SECOND;
import static org.hearsay.overlays.hyparview.Given.SHUFFLE;
import static org.hearsay.overlays.hyparview.Given.about;
import static org.hearsay.overlays.hyparview.Given.node;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Sightings;
import org.hearsay.overlays.hyparview.HyParViewMessage.Accept;
import org.hearsay.overlays.hyparview.HyParViewMessage.Disconnect;
import org.hearsay.overlays.hyparview.HyParViewMessage.Shuffle;
import org.hearsay.overlays.hyparview.HyParViewMessage.ShuffleReply;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against samples that name the wrong nodes, and walks that never come to an end. */
final class HyParViewShuffleTest {
  /** Node 1 with all neighbors that it may have. */
  private final RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);

  private static Effect.Sent shuffleOf(List<Effect> effects) {
    List<Effect.Sent> shuffles =
        sent(effects).stream().filter(each -> each.message() instanceof Shuffle).toList();
    assertEquals(1, shuffles.size());
    return shuffles.get(0);
  }

  private static Map<Integer, Long> notes(Sightings sample) {
    Map<Integer, Long> notes = new HashMap<>();
    IntStream.range(0, sample.size()).forEach(i -> notes.put(sample.node(i), sample.note(i)));
    assertEquals(sample.size(), notes.size(), "each once");
    return notes;
  }

  @Test
  void aShuffleNamesTheNodeItselfFirstSomeOtherNeighborsAndSomeOthers() {
    node.receive(2, new ShuffleReply(about(5, 6, 7)));
    Set<Integer> firsts = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      Effect.Sent sent = shuffleOf(node.fire(SHUFFLE));
      Shuffle shuffle = (Shuffle) sent.message();
      firsts.add(sent.peer());
      assertEquals(3, shuffle.ttl());
      assertEquals(1, shuffle.sample().node(0));
      assertEquals(RecordingOverlay.INCARNATION, shuffle.sample().incarnation(0));
      assertEquals(0, shuffle.sample().note(0));
      Set<Integer> named = notes(shuffle.sample()).keySet();
      Set<Integer> neighbors = new HashSet<>(Set.of(2, 3, 4));
      neighbors.remove(sent.peer());
      assertTrue(named.containsAll(neighbors), "ka are 2, without the receiver: " + named);
      assertEquals(2, named.stream().filter(each -> each >= 5).count(), "kp are 2: " + named);
      assertEquals(5, named.size());
      node.receive(2, new ShuffleReply(about(5, 6, 7)));
      List.of(2, 3, 4).forEach(each -> node.receive(each, new ShuffleReply(about())));
    }
    assertEquals(Set.of(2, 3, 4), firsts, "any neighbor is the first");
  }

  @Test
  void whatIsSaidOfOthersAgesUntilItIsToldOn() {
    node.receive(2, new ShuffleReply(Given.sightings(Given.LIFE, 500, 7)));
    node.advance(2 * SECOND);
    Sightings answer = answer(node.receive(2, new Shuffle(about(2), 1)));
    assertEquals(Map.of(7, 2_500L), notes(answer));
    assertEquals(Given.LIFE, answer.incarnation(0));
  }

  private static Sightings answer(List<Effect> effects) {
    return ((ShuffleReply) sentTo(2, effects).get(0)).sample();
  }

  @Test
  void aShuffleWalksOnToAnyNeighborButItsOriginAndTheOneItCameFrom() {
    for (int i = 0; i < 30; i++) {
      List<Effect> effects = node.receive(2, new Shuffle(about(3, 8), 3));
      assertEquals(List.of(new Effect.Sent(4, new Shuffle(about(3, 8), 2))), sent(effects));
    }
    assertEquals(Peers.of(2, 3, 4), node.members(), "it is not for this node");
  }

  @Test
  void theEndOfAWalkAnswersTheOriginWithAsManyAsWereNamed() {
    node.receive(2, new ShuffleReply(about(5, 6, 7)));
    List<Effect> effects = node.receive(2, new Shuffle(about(9, 8), 1));
    assertEquals(List.of(9), receivers(effects));
    Sightings answer = ((ShuffleReply) sent(effects).get(0).message()).sample();
    assertEquals(2, answer.size());
    assertTrue(Set.of(5, 6, 7).containsAll(notes(answer).keySet()), "whom it knew before");
    assertEquals(Peers.of(2, 3, 4, 5, 6, 7, 8, 9), node.members());
    assertEquals(Peers.of(2, 3, 4), node.links());
  }

  @Test
  void aShuffleEndsWhereThereIsNoWayOn() {
    RecordingOverlay<HyParViewMessage> end = node(2);
    assertEquals(List.of(9), receivers(end.receive(2, new Shuffle(about(9), 3))));
  }

  @Test
  void anOwnShuffleThatComesBackEnds() {
    assertEquals(List.of(), sent(node.receive(2, new Shuffle(about(1, 8), 3))));
    assertEquals(List.of(), sent(node.receive(2, new Shuffle(about(), 3))));
    assertEquals(Peers.of(2, 3, 4), node.members());
  }

  @Test
  void anAnswerIsMergedWithoutNeighborsAndTheNodeItself() {
    node.receive(2, new ShuffleReply(about(1, 3, 7, 8, 7)));
    assertEquals(Peers.of(2, 3, 4, 7, 8), node.members());
    assertEquals(Peers.of(2, 3, 4), node.links());
  }

  @Test
  void thePassiveViewHasABound() {
    node.receive(2, new ShuffleReply(about(10, 11, 12, 13, 14, 15, 16, 17)));
    assertEquals(3 + 5, node.members().size());
    node.receive(2, new ShuffleReply(about(20, 21, 22)));
    assertEquals(3 + 5, node.members().size());
    assertTrue(node.members().contains(22), "what is new is taken in");
  }

  @Test
  void whomTheShuffleNamedGoFirstWhenTheAnswerNeedsTheirPlaces() {
    for (int i = 0; i < 5; i++) {
      RecordingOverlay<HyParViewMessage> full = node(2, 3, 4);
      full.receive(2, new ShuffleReply(about(10, 11, 12, 13, 14)));
      IntStream.range(0, i).forEach(unused -> full.fire(SHUFFLE));
      Shuffle shuffle = (Shuffle) shuffleOf(full.fire(SHUFFLE)).message();
      full.receive(2, new ShuffleReply(about(20, 21)));
      int lost = 0;
      for (int named : notes(shuffle.sample()).keySet()) {
        lost += named >= 10 && !full.members().contains(named) ? 1 : 0;
      }
      assertEquals(2, lost);
      assertTrue(full.members().contains(20) && full.members().contains(21));
    }
  }

  @Test
  void whomTheAnswerToAShuffleNamesGoFirstWhenItsSampleNeedsTheirPlaces() {
    node.receive(2, new ShuffleReply(about(10, 11, 12, 13, 14)));
    Sightings answer = answer(node.receive(2, new Shuffle(about(2, 20, 21, 22), 1)));
    assertEquals(4, answer.size());
    long left = notes(answer).keySet().stream().filter(node.members()::contains).count();
    assertEquals(1, left, "three of the four made room for 20, 21 and 22");
  }

  @Test
  void nodesThatDisagreeBecomeNeighborsIfThereIsRoom() {
    RecordingOverlay<HyParViewMessage> roomy = node(2, 3);
    List<Effect> effects = roomy.receive(9, new Shuffle(about(9), 1));
    assertEquals(new Accept(), sentTo(9, effects).get(0));
    assertEquals(Peers.of(2, 3, 9), roomy.links());
  }

  @Test
  void nodesThatDisagreePartIfThereIsNone() {
    List<Effect> effects = node.receive(9, new Shuffle(about(9), 1));
    assertEquals(new Disconnect(false), sentTo(9, effects).get(0));
    assertEquals(Peers.of(2, 3, 4), node.links());
  }

  @Test
  void aShuffleThatANeighborPassesOnIsNoDisagreement() {
    List<Effect> effects = node.receive(2, new Shuffle(about(9), 1));
    assertEquals(List.of(new Effect.Sent(9, new ShuffleReply(about()))), sent(effects));
  }
}
