package org.hearsay.strategies.spanningtree;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.delays;
import static org.hearsay.strategies.Effects.delivered;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.strategies.spanningtree.TreeSteps.ANNOUNCE;
import static org.hearsay.strategies.spanningtree.TreeSteps.ASK;
import static org.hearsay.strategies.spanningtree.TreeSteps.GRAFT_RETRY_MICROS;
import static org.hearsay.strategies.spanningtree.TreeSteps.GRAFT_TIMEOUT_MICROS;
import static org.hearsay.strategies.spanningtree.TreeSteps.LAZY_DELAY_MICROS;
import static org.hearsay.strategies.spanningtree.TreeSteps.graft;
import static org.hearsay.strategies.spanningtree.TreeSteps.iHave;
import static org.hearsay.strategies.spanningtree.TreeSteps.node;
import static org.hearsay.strategies.spanningtree.TreeSteps.prune;
import static org.hearsay.strategies.spanningtree.TreeSteps.push;
import static org.hearsay.strategies.spanningtree.TreeSteps.started;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.hearsay.strategies.spanningtree.TreeMessage.Push;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/** Guards against a tree that cuts a node off or keeps a cycle, and a rumor nobody is asked for. */
final class SpanningTreeTest {
  /** Node 5 among 0, 2 and 7, not yet started: nothing is set but what a test brings about. */
  private final RecordingNode<TreeMessage> node = node(5, 1000);

  @Test
  void anOriginsFirstRumorFloods() {
    node.start();
    Push first = push(rumor(5, 0));
    assertEquals(
        List.of(new Effect.Sent(0, first), new Effect.Sent(2, first), new Effect.Sent(7, first)),
        sent(node.broadcast()));
  }

  @Test
  void aPushGoesOnToEveryEagerNeighborButItsSource() {
    node.start();
    List<Effect> effects = node.receive(2, push(rumor(9, 0)));
    assertEquals(List.of(rumor(9, 0)), delivered(effects));
    assertEquals(
        List.of(new Effect.Sent(0, push(rumor(9, 0))), new Effect.Sent(7, push(rumor(9, 0)))),
        sent(effects));
  }

  @Test
  void aPushThatBringsNothingNewIsAnsweredByAPruneAndGoesNoFurther() {
    node.start();
    node.receive(2, push(rumor(9, 0)));
    List<Effect> effects = node.receive(7, push(rumor(9, 0)));
    assertEquals(List.of(new Effect.Sent(7, prune(rumor(9, 0)))), sent(effects));
  }

  @Test
  void whoPushedForNothingIsPushedToNoMoreFromThatOrigin() {
    node.start();
    node.receive(2, push(rumor(9, 0)));
    node.receive(7, push(rumor(9, 0)));
    assertEquals(List.of(0), receivers(node.receive(2, push(rumor(9, 1)))));
    assertEquals(
        List.of(0, 7),
        receivers(node.receive(2, push(rumor(8, 0)))).stream().distinct().toList(),
        "another origin, another tree");
  }

  @Test
  void whoPrunesIsPushedToNoMoreFromThatOrigin() {
    node.start();
    node.receive(2, push(rumor(9, 0)));
    assertEquals(List.of(), node.receive(7, prune(rumor(9, 0))));
    assertEquals(List.of(0), receivers(node.receive(2, push(rumor(9, 1)))));
    assertEquals(List.of(new Effect.Sent(7, iHave(rumor(9, 1)))), sent(node.fire(ANNOUNCE)));
    assertEquals(List.of(0, 2, 7), receivers(node.broadcast()), "another origin, another tree");
  }

  @Test
  void aPushPrunesOnlyTheOriginsItBringsNoNewsOf() {
    node.start();
    node.receive(2, push(rumor(8, 0), rumor(9, 0)));
    List<Effect> effects = node.receive(7, push(rumor(8, 0), rumor(9, 0), rumor(9, 1)));
    assertEquals(List.of(prune(rumor(8, 0))), sentTo(7, effects));
    assertEquals(List.of(push(rumor(9, 1))), sentTo(0, effects));
    List<Effect> next = node.receive(2, push(rumor(8, 1), rumor(9, 2)));
    assertEquals(List.of(push(rumor(9, 2)), iHave(rumor(8, 1))), sentTo(7, next));
  }

  @Test
  void newsFromALazyNeighborMakesItEagerAgain() {
    node.start();
    node.receive(7, prune(rumor(9, 0)));
    node.receive(7, push(rumor(9, 0)));
    assertEquals(List.of(push(rumor(9, 1))), sentTo(7, node.receive(2, push(rumor(9, 1)))));
  }

  @Test
  void anAnnouncementGoesAloneAfterTheLazyDelayAndGathersWhatComesMeanwhile() {
    node.start();
    node.receive(7, prune(rumor(9, 0)));
    assertEquals(LAZY_DELAY_MICROS, delay(ANNOUNCE, node.receive(2, push(rumor(9, 0)))));
    node.advance(LAZY_DELAY_MICROS / 2);
    List<Effect> second = node.receive(2, push(rumor(9, 1)));
    assertEquals(List.of(), delays(ANNOUNCE, second), "the first one waits no longer for it");
    assertEquals(List.of(), sentTo(7, second));
    assertEquals(List.of(new Effect.Sent(7, iHave(rumor(9, 0), rumor(9, 1)))), node.fire(ANNOUNCE));
    assertEquals(LAZY_DELAY_MICROS, delay(ANNOUNCE, node.receive(2, push(rumor(9, 2)))));
  }

  @Test
  void anAnnouncementRidesOnThePushThatComesFirst() {
    node.start();
    node.receive(7, prune(rumor(9, 0)));
    node.receive(2, push(rumor(9, 0)));
    assertEquals(List.of(push(rumor(5, 0)), iHave(rumor(9, 0))), sentTo(7, node.broadcast()));
    assertEquals(List.of(), node.fire(ANNOUNCE));
  }

  @Test
  void nothingIsAnnouncedWhereItCameFrom() {
    node.start();
    node.receive(2, prune(rumor(9, 0)));
    node.receive(7, prune(rumor(9, 0)));
    node.receive(2, push(rumor(9, 0), rumor(9, 1)));
    assertEquals(List.of(7), receivers(node.fire(ANNOUNCE)));
  }

  @Test
  void anAnnouncementNamesNoMoreThanABatch() {
    RecordingNode<TreeMessage> careful = started(2);
    careful.receive(7, prune(rumor(9, 0)));
    careful.receive(2, push(rumor(9, 0), rumor(9, 1), rumor(9, 2)));
    assertEquals(
        List.of(new Effect.Sent(7, iHave(rumor(9, 0), rumor(9, 1)))), sent(careful.fire(ANNOUNCE)));
  }

  @Test
  void anAnnouncementOfWhatIsKnownIsIgnored() {
    node.start();
    node.receive(2, push(rumor(9, 0)));
    assertEquals(List.of(), node.receive(7, iHave(rumor(9, 0))));
  }

  @Test
  void whatIsAnnouncedIsAskedForAfterTheGraftTimeout() {
    RecordingNode<TreeMessage> node = started(1000);
    assertEquals(
        List.of(new Effect.Scheduled(ASK, GRAFT_TIMEOUT_MICROS)),
        node.receive(7, iHave(rumor(9, 0), rumor(8, 0))));
    assertEquals(
        List.of(new Effect.Sent(7, graft(rumor(9, 0), rumor(8, 0)))), sent(node.fire(ASK)));
  }

  @Test
  void whatArrivesInTimeIsNotAskedFor() {
    RecordingNode<TreeMessage> node = started(1000);
    node.receive(7, iHave(rumor(9, 0)));
    node.advance(GRAFT_TIMEOUT_MICROS - 1);
    node.receive(2, push(rumor(9, 0)));
    assertEquals(List.of(), node.fire(ASK));
  }

  @Test
  void theNextAnnouncerIsAskedAfterTheRetryTimeAndEachOnlyOnce() {
    RecordingNode<TreeMessage> node = started(1000);
    node.receive(7, iHave(rumor(9, 0)));
    node.receive(0, iHave(rumor(9, 0)));
    node.receive(7, iHave(rumor(9, 0)));
    List<Effect> first = node.fire(ASK);
    assertEquals(List.of(new Effect.Sent(7, graft(rumor(9, 0)))), sent(first));
    assertEquals(GRAFT_RETRY_MICROS, delay(ASK, first));
    List<Effect> second = node.fire(ASK);
    assertEquals(List.of(new Effect.Sent(0, graft(rumor(9, 0)))), sent(second));
    assertEquals(GRAFT_RETRY_MICROS, delay(ASK, second));
    assertEquals(List.of(), node.fire(ASK), "nobody is left: it is forgotten");
  }

  @Test
  void whatWasForgottenIsAskedForWhenItIsAnnouncedAgain() {
    RecordingNode<TreeMessage> node = started(1000);
    node.receive(7, iHave(rumor(9, 0)));
    node.fire(ASK);
    node.fire(ASK);
    assertEquals(GRAFT_TIMEOUT_MICROS, delay(ASK, node.receive(7, iHave(rumor(9, 0)))));
    assertEquals(List.of(new Effect.Sent(7, graft(rumor(9, 0)))), sent(node.fire(ASK)));
  }

  @Test
  void eachRumorIsAskedForInItsOwnTime() {
    RecordingNode<TreeMessage> node = started(1000);
    node.receive(7, iHave(rumor(9, 0)));
    node.advance(100_000);
    assertEquals(List.of(), node.receive(0, iHave(rumor(9, 1))), "the first one comes first");
    List<Effect> first = node.fire(ASK);
    assertEquals(List.of(new Effect.Sent(7, graft(rumor(9, 0)))), sent(first));
    assertEquals(100_000, delay(ASK, first));
    List<Effect> second = node.fire(ASK);
    assertEquals(List.of(new Effect.Sent(0, graft(rumor(9, 1)))), sent(second));
    assertEquals(GRAFT_RETRY_MICROS - 100_000, delay(ASK, second));
  }

  @Test
  void aGraftAsksForNoMoreThanABatchAndTheRestWaits() {
    RecordingNode<TreeMessage> careful = started(2);
    careful.receive(7, iHave(rumor(9, 0), rumor(9, 1), rumor(9, 2)));
    List<Effect> first = careful.fire(ASK);
    assertEquals(List.of(graft(rumor(9, 0), rumor(9, 1))), sentTo(7, first));
    assertEquals(GRAFT_RETRY_MICROS, delay(ASK, first));
    careful.receive(7, push(rumor(9, 0), rumor(9, 1)));
    assertEquals(List.of(graft(rumor(9, 2))), sentTo(7, careful.fire(ASK)));
  }

  @Test
  void whoIsAskedJoinsTheTreeOfTheOrigin() {
    RecordingNode<TreeMessage> node = started(1000);
    node.receive(7, prune(rumor(9, 0)));
    node.receive(7, iHave(rumor(9, 0)));
    node.fire(ASK);
    assertEquals(List.of(push(rumor(9, 1))), sentTo(7, node.receive(2, push(rumor(9, 1)))));
  }

  @Test
  void aGraftIsAnsweredWithWhatIsKnownAndTheAskerJoinsTheTreeOfTheOrigin() {
    RecordingNode<TreeMessage> node = started(1000);
    node.receive(7, prune(rumor(9, 0), rumor(8, 0)));
    node.receive(2, push(rumor(9, 0)));
    assertEquals(
        List.of(new Effect.Sent(7, push(rumor(9, 0)))),
        node.receive(7, graft(rumor(9, 0), rumor(9, 5))));
    assertEquals(
        List.of(push(rumor(9, 1))),
        sentTo(7, node.receive(2, push(rumor(9, 1)))).stream()
            .filter(Push.class::isInstance)
            .toList());
    assertEquals(List.of(0), receivers(node.receive(2, push(rumor(8, 0)))), "8 was not grafted");
  }

  @Test
  void aGraftForNothingKnownIsNotAnsweredYetGrowsTheTree() {
    RecordingNode<TreeMessage> node = started(1000);
    node.receive(7, prune(rumor(9, 0)));
    assertEquals(List.of(), node.receive(7, graft(rumor(9, 0))));
    assertEquals(List.of(push(rumor(9, 0))), sentTo(7, node.receive(2, push(rumor(9, 0)))));
  }
}
