package org.hearsay.overlays.hyparview;

import static org.hearsay.overlays.hyparview.Given.SHUFFLE;
import static org.hearsay.overlays.hyparview.Given.acquaint;
import static org.hearsay.overlays.hyparview.Given.node;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.api.Peers;
import org.hearsay.overlays.hyparview.HyParViewMessage.Accept;
import org.hearsay.overlays.hyparview.HyParViewMessage.Disconnect;
import org.hearsay.overlays.hyparview.HyParViewMessage.ForwardJoin;
import org.hearsay.overlays.hyparview.HyParViewMessage.Neighbor;
import org.hearsay.overlays.hyparview.HyParViewMessage.Reject;
import org.hearsay.overlays.hyparview.HyParViewMessage.Shuffle;
import org.hearsay.overlays.hyparview.HyParViewMessage.ShuffleReply;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingOverlay;
import org.junit.jupiter.api.Test;

/** Guards against neighbors of which one end does not know, too many, or too few for long. */
final class HyParViewNeighborTest {

  private static List<Effect.Sent> requests(List<Effect> effects) {
    return sent(effects).stream().filter(each -> each.message() instanceof Neighbor).toList();
  }

  @Test
  void aRequestIsAcceptedWhereThereIsRoom() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3);
    assertEquals(List.of(new Accept()), sentTo(9, node.receive(9, new Neighbor(false))));
    assertEquals(Peers.of(2, 3, 9), node.links());
  }

  @Test
  void aRequestThatIsNotUrgentIsRefusedWhereThereIsNone() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    List<Effect> effects = node.receive(9, new Neighbor(false));
    assertEquals(List.of(new Effect.Sent(9, new Reject())), sent(effects));
    assertEquals(Peers.of(2, 3, 4), node.links());
  }

  @Test
  void anUrgentRequestIsAcceptedAtTheExpenseOfAnother() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    List<Effect> effects = node.receive(9, new Neighbor(true));
    assertEquals(List.of(new Accept()), sentTo(9, effects));
    assertEquals(3, node.links().size());
    assertTrue(node.links().contains(9));
    assertEquals(2, sent(effects).size());
    int other = sent(effects).stream().mapToInt(Effect.Sent::peer).filter(p -> p != 9).sum();
    assertEquals(List.of(new Disconnect(false)), sentTo(other, effects));
    assertFalse(node.links().contains(other));
    assertTrue(node.members().contains(other), "it is demoted");
  }

  @Test
  void whoIsANeighborAlreadyIsToldSoThoughThereIsNoRoom() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    assertEquals(
        List.of(new Effect.Sent(3, new Accept())), sent(node.receive(3, new Neighbor(false))));
    assertEquals(Peers.of(2, 3, 4), node.links());
  }

  @Test
  void whoPartsIsKnownStill() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    node.receive(3, new Disconnect(false));
    assertEquals(Peers.of(2, 4), node.links());
    assertEquals(Peers.of(2, 3, 4), node.members());
  }

  @Test
  void whoLeavesIsNot() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    node.receive(3, new Disconnect(true));
    assertEquals(Peers.of(2, 4), node.members());
    acquaint(node, 2, 7);
    node.receive(7, new Disconnect(true));
    assertEquals(Peers.of(2, 4), node.members(), "nor one that was no neighbor");
  }

  @Test
  void aNodeThatLeavesTellsItsNeighbors() {
    List<Effect> effects = node(2, 3).leave();
    Disconnect farewell = new Disconnect(true);
    assertEquals(
        List.of(new Effect.Sent(2, farewell), new Effect.Sent(3, farewell)), sent(effects));
  }

  @Test
  void whoWasNoNeighborCannotPart() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    assertEquals(List.of(), sent(node.receive(9, new Disconnect(false))));
    assertEquals(Peers.of(2, 3, 4), node.members());
  }

  @Test
  void whoPartsIsReplacedByOneThatIsKnown() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3, 4);
    acquaint(node, 2, 7);
    List<Effect.Sent> asked = requests(node.receive(3, new Disconnect(false)));
    assertEquals(1, asked.size(), "as many as there are places");
    assertEquals(new Neighbor(false), asked.get(0).message());
    assertTrue(Peers.of(3, 7).contains(asked.get(0).peer()));
    node.receive(asked.get(0).peer(), new Accept());
    assertEquals(3, node.links().size());
  }

  @Test
  void aNodeWithoutNeighborsAsksUrgently() {
    RecordingOverlay<HyParViewMessage> node = node(2);
    List<Effect.Sent> asked = requests(node.receive(2, new Disconnect(false)));
    assertEquals(List.of(new Effect.Sent(2, new Neighbor(true))), asked);
  }

  @Test
  void asManyAreAskedAsThereAreFreePlaces() {
    RecordingOverlay<HyParViewMessage> node = node(2);
    node.receive(2, new ShuffleReply(Given.about(5, 6, 7, 8)));
    assertEquals(List.of(), requests(node.fire(SHUFFLE)), "two have been asked already");
    node = node(2);
    List<Effect.Sent> asked = requests(node.receive(2, new ShuffleReply(Given.about(5, 6, 7, 8))));
    assertEquals(2, asked.size());
    assertNotEquals(asked.get(0).peer(), asked.get(1).peer());
  }

  @Test
  void whoHasRefusedIsNotAskedAgainBeforeTheNextShuffle() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3);
    node.receive(2, new ShuffleReply(Given.about(7)));
    assertEquals(List.of(), requests(node.receive(7, new Reject())));
    assertEquals(Peers.of(2, 3, 7), node.members());
    assertEquals(List.of(new Effect.Sent(7, new Neighbor(false))), requests(node.fire(SHUFFLE)));
  }

  @Test
  void anotherIsAskedInPlaceOfOneThatHasRefused() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3);
    int first = requests(node.receive(2, new ShuffleReply(Given.about(7, 8)))).get(0).peer();
    List<Effect.Sent> second = requests(node.receive(first, new Reject()));
    assertEquals(List.of(new Effect.Sent(first == 7 ? 8 : 7, new Neighbor(false))), second);
  }

  @Test
  void whoAgreesTooLateIsToldThatThereIsNoRoom() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3);
    node.receive(2, new ShuffleReply(Given.about(7)));
    node.receive(9, new Neighbor(true));
    List<Effect> effects = node.receive(7, new Accept());
    assertEquals(List.of(new Effect.Sent(7, new Disconnect(false))), sent(effects));
    assertEquals(Peers.of(2, 3, 9), node.links());
  }

  @Test
  void aNodeMayWaitForItsShuffleBeforeItReplacesWhoParts() {
    RecordingOverlay<HyParViewMessage> node = node(Refill.WITH_SHUFFLE, 2, 3, 4);
    acquaint(node, 2, 7);
    assertEquals(List.of(), requests(node.receive(3, new Disconnect(false))));
    assertEquals(List.of(), requests(node.fire(SHUFFLE)));
    assertEquals(1, requests(node.receive(2, new ShuffleReply(Given.about()))).size());
  }

  @Test
  void aNodeWithoutNeighborsDoesNotWait() {
    RecordingOverlay<HyParViewMessage> node = node(Refill.WITH_SHUFFLE, 2);
    assertEquals(
        List.of(new Effect.Sent(2, new Neighbor(true))),
        requests(node.receive(2, new Disconnect(false))));
  }

  @Test
  void whoIsWantedInAnyCaseTakesNoPlaceFromThoseThatAreAsked() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3);
    node.receive(2, new ForwardJoin(Given.about(9), 0));
    List<Effect> effects = node.receive(2, new ShuffleReply(Given.about(7)));
    assertEquals(List.of(new Effect.Sent(7, new Neighbor(false))), requests(effects));
  }

  @Test
  void whoBecomesANeighborLeavesThePassiveView() {
    RecordingOverlay<HyParViewMessage> node = node(2, 3);
    acquaint(node, 2, 7);
    node.receive(7, new Accept());
    assertEquals(Peers.of(2, 3, 7), node.links());
    List<Effect> effects = node.receive(2, new Shuffle(Given.about(2), 1));
    assertEquals(List.of(new ShuffleReply(Given.about())), sentTo(2, effects), "no others");
  }
}
