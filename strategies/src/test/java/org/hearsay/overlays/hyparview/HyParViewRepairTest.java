package org.hearsay.overlays.hyparview;

import static org.hearsay.overlays.hyparview.Given.HEAL;
import static org.hearsay.overlays.hyparview.Given.LIFE;
import static org.hearsay.overlays.hyparview.Given.OVERDUE;
import static org.hearsay.overlays.hyparview.Given.SECOND;
import static org.hearsay.overlays.hyparview.Given.SHUFFLE;
import static org.hearsay.overlays.hyparview.Given.about;
import static org.hearsay.overlays.hyparview.Given.node;
import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.delays;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.api.Peers;
import org.hearsay.overlays.hyparview.HyParViewMessage.Accept;
import org.hearsay.overlays.hyparview.HyParViewMessage.Disconnect;
import org.hearsay.overlays.hyparview.HyParViewMessage.Join;
import org.hearsay.overlays.hyparview.HyParViewMessage.Neighbor;
import org.hearsay.overlays.hyparview.HyParViewMessage.ShuffleReply;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against places of dead neighbors that stay free, and halves that never meet again. */
final class HyParViewRepairTest {
  private static final long HEAL_MICROS = 10 * SECOND;

  private static RecordingOverlay<HyParViewMessage> knowing(Peers others, int... neighbors) {
    RecordingOverlay<HyParViewMessage> node = node(Refill.WITH_SHUFFLE, 2, 3, 4);
    for (int i = 0; i < others.size(); i++) {
      node.receive(2, new ShuffleReply(about(others.get(i))));
    }
    for (int each : new int[] {2, 3, 4}) {
      if (!Peers.of(neighbors).contains(each)) {
        node.receive(each, new Disconnect(true));
      }
    }
    return node;
  }

  @Test
  void aDeadNeighborIsReplacedByOneThatIsKnown() {
    RecordingOverlay<HyParViewMessage> node = knowing(Peers.of(7), 2, 3, 4);
    List<Effect> effects = node.down(3);
    assertEquals(List.of(new Effect.Sent(7, new Neighbor(false))), sent(effects));
    assertEquals(Peers.of(2, 4, 7), node.members());
    node.receive(7, new Accept());
    assertEquals(Peers.of(2, 4, 7), node.links());
  }

  @Test
  void inPlaceOfTheLastNeighborAnotherIsAskedUrgently() {
    RecordingOverlay<HyParViewMessage> node = knowing(Peers.of(7), 2);
    List<Effect> effects = node.down(2);
    assertEquals(List.of(new Effect.Sent(7, new Neighbor(true))), sent(effects));
  }

  @Test
  void aNodeThatKnowsNobodyElseJoinsAnew() {
    assertEquals(List.of(new Effect.Sent(0, new Join())), sent(node(2).down(2)));
  }

  @Test
  void whoDoesNotAnswerIsForgottenAndAnotherAsked() {
    RecordingOverlay<HyParViewMessage> node = knowing(Peers.of(7, 8), 2, 3, 4);
    int first = sent(node.down(3)).get(0).peer();
    int second = first == 7 ? 8 : 7;
    long asked = node.nowMicros();
    List<Effect> effects = node.fire(OVERDUE);
    assertEquals(SECOND, node.nowMicros() - asked, "after its patience");
    assertEquals(List.of(new Effect.Sent(second, new Neighbor(false))), sent(effects));
    assertEquals(Peers.of(2, 4, second), node.members());
  }

  @Test
  void whoIsKnownAndDiesIsForgottenAndNotAsked() {
    RecordingOverlay<HyParViewMessage> node = knowing(Peers.of(7), 2, 3, 4);
    node.down(7);
    assertEquals(Peers.of(2, 3, 4), node.members());
    assertEquals(List.of(), sent(node.down(3)));
  }

  @Test
  void whoIsAskedAndDiesLeavesItsPlaceToAnother() {
    RecordingOverlay<HyParViewMessage> node = knowing(Peers.of(7, 8), 2, 3, 4);
    int first = sent(node.down(3)).get(0).peer();
    int second = first == 7 ? 8 : 7;
    assertEquals(List.of(new Effect.Sent(second, new Neighbor(false))), sent(node.down(first)));
  }

  @Test
  void aLostNeighborIsAskedAgainForAWhileAndThenNoMore() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    assertEquals(HEAL_MICROS, delay(HEAL, node.down(3)));
    for (int i = 0; i < 3; i++) {
      assertEquals(List.of(new Neighbor(true)), sentTo(3, node.fire(HEAL)));
      node.fire(OVERDUE);
    }
    assertEquals(List.of(), node.fire(HEAL), "after 35 seconds");
    assertThrows(IllegalStateException.class, () -> node.fire(HEAL));
  }

  @Test
  void aLostNeighborThatAnswersIsOneAgainAtTheExpenseOfAnother() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    node.down(3);
    node.receive(9, new Neighbor(false));
    node.fire(HEAL);
    List<Effect> effects = node.receive(3, new Accept());
    assertEquals(3, node.links().size());
    assertTrue(node.links().contains(3));
    assertEquals(1, sent(effects).size());
    assertEquals(new Disconnect(false), sent(effects).get(0).message());
    assertEquals(List.of(), sent(node.fire(HEAL)), "it is lost no more");
  }

  @Test
  void aLostNeighborThatIsBackIsAskedAtOnce() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    node.down(3);
    List<Effect> effects = node.up(3, LIFE + 1);
    assertEquals(List.of(new Effect.Sent(3, new Neighbor(true))), sent(effects));
    assertEquals(List.of(), sent(node.up(9, LIFE)), "nobody else is");
  }

  @Test
  void whoHasLeftIsNotAskedAgain() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    node.down(3);
    node.receive(3, new Disconnect(true));
    assertEquals(List.of(), sent(node.fire(HEAL)));
    assertEquals(List.of(), sent(node.up(3, LIFE + 1)));
  }

  @Test
  void severalThatAreLostAreAskedInTurn() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    node.down(3);
    assertEquals(List.of(), delays(HEAL, node.down(4)), "one timer does for all");
    assertEquals(List.of(new Neighbor(true)), lostOneAsked(node.fire(HEAL)));
    node.fire(OVERDUE);
    assertEquals(List.of(new Neighbor(true)), lostOneAsked(node.fire(HEAL)));
  }

  private static List<Object> lostOneAsked(List<Effect> effects) {
    return sent(effects).stream()
        .filter(each -> each.peer() == 3 || each.peer() == 4)
        .map(each -> (Object) each.message())
        .toList();
  }

  @Test
  void whoHasFewNeighborsJoinsAnewWithItsShuffle() {
    assertEquals(List.of(new Join()), sentTo(0, node(2).fire(SHUFFLE)));
    assertEquals(List.of(), sentTo(0, node(2, 3).fire(SHUFFLE)));
  }

  @Test
  void aContactThatIsANeighborIsNotJoinedAgain() {
    assertTrue(sentTo(0, node(0).fire(SHUFFLE)).stream().noneMatch(Join.class::isInstance));
  }
}
