package org.hearsay.overlays.cyclon;

import static org.hearsay.overlays.cyclon.GivenCyclon.LIFE;
import static org.hearsay.overlays.cyclon.GivenCyclon.SHUFFLE;
import static org.hearsay.overlays.cyclon.GivenCyclon.about;
import static org.hearsay.overlays.cyclon.GivenCyclon.node;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hearsay.api.Peers;
import org.hearsay.api.membership.Sightings;
import org.hearsay.overlays.cyclon.CyclonMessage.Gift;
import org.hearsay.overlays.cyclon.CyclonMessage.Join;
import org.hearsay.overlays.cyclon.CyclonMessage.Walk;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against joiners that nobody comes to know, and places that a join costs. */
final class CyclonJoinTest {
  private static final Sightings JOINER = about(0, 9);

  /** Node 1 with a full view. */
  private final RecordingOverlay<CyclonMessage> node = node(2, 3, 4, 5, 6);

  private static Gift itself() {
    return new Gift(Sightings.builder().add(1, RecordingOverlay.INCARNATION, 0).build());
  }

  @Test
  void aNodeAsksOneOfItsContacts() {
    RecordingOverlay<CyclonMessage> joiner =
        new RecordingOverlay<>(new Cyclon(GivenCyclon.config()), 1, 100, 0, 5, 6);
    List<Effect> effects = joiner.start();
    assertEquals(1, sent(effects).size());
    assertEquals(new Join(), sent(effects).get(0).message());
    assertTrue(Peers.of(0, 5, 6).contains(receivers(effects).get(0)));
  }

  @Test
  void whatIsGivenIsTakenIn() {
    RecordingOverlay<CyclonMessage> joiner = node();
    joiner.receive(0, new Gift(about(3, 7)));
    joiner.receive(5, new Gift(about(0, 5)));
    assertEquals(Peers.of(5, 7), joiner.links());
  }

  @Test
  void aGiftCostsNobodyItsPlace() {
    node.receive(0, new Gift(about(3, 7)));
    assertEquals(Peers.of(2, 3, 4, 5, 6), node.links());
  }

  @Test
  void aContactGivesItselfAndSendsTheJoinerOnAWalkFromEachNeighbor() {
    node.up(9, LIFE);
    List<Effect> effects = node.receive(9, new Join());
    assertEquals(List.of(itself()), sentTo(9, effects));
    for (int neighbor = 2; neighbor <= 6; neighbor++) {
      assertEquals(List.of(new Walk(JOINER, 4)), sentTo(neighbor, effects));
    }
    assertEquals(Peers.of(2, 3, 4, 5, 6), node.links());
  }

  @Test
  void aContactThatKnowsHardlyAnybodyTakesTheJoinerItself() {
    RecordingOverlay<CyclonMessage> contact = node();
    contact.up(9, LIFE);
    assertEquals(List.of(itself()), sentTo(9, contact.receive(9, new Join())));
    assertEquals(Peers.of(9), contact.links());
  }

  @Test
  void aWalkIsNotBegunAtTheJoiner() {
    node.receive(0, new Walk(JOINER, 1));
    Peers before = node.links();
    List<Effect> effects = node.receive(9, new Join());
    assertEquals(List.of(itself()), sentTo(9, effects));
    assertEquals(before.size(), sent(effects).size(), "a gift, and a walk less");
  }

  @Test
  void aWalkGoesOnToAnyNeighborButTheOneItCameFrom() {
    Set<Integer> reached = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      List<Effect> effects = node.receive(2, new Walk(JOINER, 3));
      assertEquals(1, sent(effects).size());
      assertEquals(new Walk(JOINER, 2), sent(effects).get(0).message());
      reached.addAll(receivers(effects));
    }
    assertEquals(Set.of(3, 4, 5, 6), reached);
    assertFalse(node.links().contains(9), "its end is not here");
  }

  @Test
  void theEndOfAWalkExchangesOneOfItsNeighborsForTheJoiner() {
    List<Effect> effects = node.receive(2, new Walk(JOINER, 1));
    assertEquals(5, node.links().size());
    assertTrue(node.links().contains(9));
    assertEquals(List.of(9), receivers(effects));
    Sightings given = ((Gift) sent(effects).get(0).message()).given();
    assertEquals(1, given.size());
    assertFalse(node.links().contains(given.node(0)));
    assertTrue(Peers.of(2, 3, 4, 5, 6).contains(given.node(0)));
    assertEquals(given.node(0) - 2, given.note(0), "with its age");
  }

  @Test
  void theEndOfAWalkThatHasRoomGivesItself() {
    RecordingOverlay<CyclonMessage> end = node(2, 3);
    assertEquals(List.of(itself()), sentTo(9, end.receive(2, new Walk(JOINER, 1))));
    assertEquals(Peers.of(2, 3, 9), end.links());
  }

  @Test
  void aWalkEndsWhereThereIsNoWayOn() {
    RecordingOverlay<CyclonMessage> end = node(2);
    end.receive(2, new Walk(JOINER, 3));
    assertEquals(Peers.of(2, 9), end.links());
  }

  @Test
  void aWalkThatEndsAtTheJoinerOrAtWhoKnowsItChangesNothing() {
    assertEquals(List.of(), node.receive(2, new Walk(about(0, 1), 1)));
    assertEquals(List.of(), node.receive(2, new Walk(about(0, 4), 1)));
    assertEquals(List.of(), node.receive(2, new Walk(about(0), 1)));
  }

  @Test
  void aJoinerThatIsDeadByTheEndOfItsWalkCostsNobodyItsPlace() {
    node.up(9, LIFE);
    node.down(9);
    assertEquals(List.of(), node.receive(2, new Walk(JOINER, 1)));
    assertEquals(Peers.of(2, 3, 4, 5, 6), node.links());
    node.up(9, LIFE + 1);
    assertEquals(List.of(), node.receive(2, new Walk(JOINER, 1)), "nor one of an earlier life");
  }

  @Test
  void aNodeThatHasLostItsViewJoinsAnew() {
    RecordingOverlay<CyclonMessage> lonely = node(2);
    assertEquals(List.of(), sentTo(0, lonely.fire(SHUFFLE)));
    assertEquals(List.of(new Join()), sentTo(0, lonely.fire(SHUFFLE)));
  }

  @Test
  void aViewWithLessThanHalfOfItsPlacesJoinsAnewWhereThereAreContacts() {
    RecordingOverlay<CyclonMessage> small =
        new RecordingOverlay<>(new Cyclon(GivenCyclon.config()), 1, 100, 10, 11, 12, 13, 14);
    small.start();
    small.receive(0, new Gift(about(0, 2, 3, 4)));
    assertTrue(joins(small.fire(SHUFFLE)).isEmpty(), "3 of 5");
    assertEquals(1, joins(small.fire(SHUFFLE)).size(), "2 of 5");
  }

  private static List<Effect.Sent> joins(List<Effect> effects) {
    return sent(effects).stream().filter(each -> each.message() instanceof Join).toList();
  }
}
