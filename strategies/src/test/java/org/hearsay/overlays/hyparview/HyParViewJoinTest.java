package org.hearsay.overlays.hyparview;

import static org.hearsay.overlays.hyparview.Given.OVERDUE;
import static org.hearsay.overlays.hyparview.Given.about;
import static org.hearsay.overlays.hyparview.Given.node;
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
import org.hearsay.overlays.hyparview.HyParViewMessage.Accept;
import org.hearsay.overlays.hyparview.HyParViewMessage.Disconnect;
import org.hearsay.overlays.hyparview.HyParViewMessage.ForwardJoin;
import org.hearsay.overlays.hyparview.HyParViewMessage.Join;
import org.hearsay.overlays.hyparview.HyParViewMessage.Neighbor;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against joins that find no neighbors, and walks that go astray or on for ever. */
final class HyParViewJoinTest {

  private static List<Effect.Sent> disconnects(List<Effect> effects) {
    return sent(effects).stream().filter(each -> each.message() instanceof Disconnect).toList();
  }

  @Test
  void aNodeAsksOneOfItsContacts() {
    RecordingOverlay<HyParViewMessage> node =
        new RecordingOverlay<>(new HyParView(Given.config(Refill.AT_ONCE)), 1, 100, 0, 5, 6);
    List<Effect> effects = node.start();
    assertEquals(1, sent(effects).size());
    assertEquals(new Join(), sent(effects).get(0).message());
    assertTrue(Peers.of(0, 5, 6).contains(receivers(effects).get(0)));
    assertEquals(Peers.of(), node.links(), "until it has answered");
  }

  @Test
  void aContactThatAnswersIsANeighbor() {
    RecordingOverlay<HyParViewMessage> node = node();
    node.receive(0, new Accept());
    assertEquals(Peers.of(0), node.links());
  }

  @Test
  void aContactThatDoesNotAnswerIsAskedAgain() {
    RecordingOverlay<HyParViewMessage> node = node();
    assertEquals(List.of(new Join()), sentTo(0, node.fire(OVERDUE)));
    assertEquals(Given.SECOND, node.nowMicros());
    assertEquals(List.of(new Join()), sentTo(0, node.fire(OVERDUE)));
    assertEquals(2 * Given.SECOND, node.nowMicros());
  }

  @Test
  void aContactTakesWhoJoinsAndSendsTheNewsToItsOtherNeighbors() {
    RecordingOverlay<HyParViewMessage> contact = node(2, 3);
    contact.up(9, 70);
    List<Effect> effects = contact.receive(9, new Join());
    assertEquals(Peers.of(2, 3, 9), contact.links());
    assertEquals(List.of(new Accept()), sentTo(9, effects));
    ForwardJoin news = new ForwardJoin(Given.sightings(70, 0, 9), 4);
    assertEquals(List.of(news), sentTo(2, effects));
    assertEquals(List.of(news), sentTo(3, effects));
  }

  @Test
  void aContactThatHasEnoughNeighborsPartsWithOne() {
    RecordingOverlay<HyParViewMessage> contact = node(2, 3, 4);
    List<Effect> effects = contact.receive(9, new Join());
    assertEquals(1, disconnects(effects).size());
    Effect.Sent parting = disconnects(effects).get(0);
    assertEquals(new Disconnect(false), parting.message());
    assertEquals(3, contact.links().size());
    assertTrue(contact.links().contains(9));
    assertFalse(contact.links().contains(parting.peer()));
    assertEquals(Peers.of(2, 3, 4, 9), contact.members(), "it is known still");
    assertEquals(List.of(new Disconnect(false)), sentTo(parting.peer(), effects), "and no more");
  }

  @Test
  void aJoinWalksOnToAnyNeighborButTheOneItCameFrom() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    Set<Integer> reached = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      List<Effect> effects = node.receive(2, new ForwardJoin(about(9), 4));
      assertEquals(new ForwardJoin(about(9), 3), sent(effects).get(0).message());
      assertEquals(1, sent(effects).size());
      reached.addAll(receivers(effects));
    }
    assertEquals(Set.of(3, 4), reached);
    assertEquals(Peers.of(2, 3, 4), node.members(), "who joins is not known yet");
  }

  @Test
  void whoJoinsEntersThePassiveViewHalfWay() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3);
    node.receive(2, new ForwardJoin(about(8), 3));
    assertEquals(Peers.of(2, 3), node.members());
    List<Effect> effects = node.receive(2, new ForwardJoin(about(9), 2));
    assertEquals(Peers.of(2, 3, 9), node.members());
    assertEquals(Peers.of(2, 3), node.links());
    assertEquals(List.of(new ForwardJoin(about(9), 1)), sentTo(3, effects));
    assertEquals(
        List.of(new ForwardJoin(about(9), 0)),
        sentTo(3, node.receive(2, new ForwardJoin(about(9), 1))));
  }

  @Test
  void theEndOfAWalkIsANeighborOfWhoJoins() {
    RecordingOverlay<HyParViewMessage> end = node(2, 3);
    List<Effect> effects = end.receive(2, new ForwardJoin(about(9), 0));
    assertEquals(List.of(new Effect.Sent(9, new Neighbor(true))), sent(effects));
    assertEquals(Peers.of(2, 3), end.links(), "until it agrees");
    end.receive(9, new Accept());
    assertEquals(Peers.of(2, 3, 9), end.links());
  }

  @Test
  void theEndOfAWalkPartsWithAnotherIfItHasEnough() {
    RecordingOverlay<HyParViewMessage> end = node(2, 3, 4);
    end.receive(2, new ForwardJoin(about(9), 0));
    List<Effect> effects = end.receive(9, new Accept());
    assertEquals(1, disconnects(effects).size());
    assertEquals(3, end.links().size());
    assertTrue(end.links().contains(9));
  }

  @Test
  void aWalkEndsWhereThereIsNoWayOn() {
    RecordingOverlay<HyParViewMessage> end = node(2);
    assertEquals(
        List.of(new Neighbor(true)), sentTo(9, end.receive(2, new ForwardJoin(about(9), 4))));
  }

  @Test
  void whoJoinsIsAskedOnceThoughWalksMeet() {
    RecordingOverlay<HyParViewMessage> end = node(2, 3);
    end.receive(2, new ForwardJoin(about(9), 0));
    assertEquals(List.of(), sent(end.receive(3, new ForwardJoin(about(9), 0))));
  }

  @Test
  void aWalkEndsAtANeighborOfWhoJoinsAndAtThatNodeItself() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3);
    assertEquals(List.of(), sent(node.receive(2, new ForwardJoin(about(3), 4))));
    assertEquals(List.of(), sent(node.receive(2, new ForwardJoin(about(1), 4))));
    assertEquals(List.of(), sent(node.receive(2, new ForwardJoin(about(), 4))));
    assertEquals(Peers.of(2, 3), node.members());
  }

  @Test
  void aJoinThatIsRepeatedChangesNothing() {
    RecordingOverlay<HyParViewMessage> contact = node(2, 3);
    contact.receive(9, new Join());
    List<Effect> effects = contact.receive(9, new Join());
    assertEquals(List.of(new Accept()), sentTo(9, effects));
    assertEquals(List.of(), disconnects(effects));
    assertEquals(Peers.of(2, 3, 9), contact.links());
  }
}
