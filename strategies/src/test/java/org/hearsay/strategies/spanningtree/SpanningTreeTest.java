package org.hearsay.strategies.spanningtree;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.delays;
import static org.hearsay.strategies.Effects.delivered;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.api.Digest.Range;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.spanningtree.TreeMessage.Graft;
import org.hearsay.strategies.spanningtree.TreeMessage.IHave;
import org.hearsay.strategies.spanningtree.TreeMessage.Prune;
import org.hearsay.strategies.spanningtree.TreeMessage.Push;
import org.hearsay.strategies.spanningtree.TreeMessage.Summary;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/**
 * Guards against a tree that cuts a node off or keeps a cycle, a missing rumor that nobody is asked
 * for, and neighbors that stop comparing too soon or never.
 */
final class SpanningTreeTest {
  private static final int ANNOUNCE = 0;
  private static final int ASK = 1;
  private static final int COMPARE = 2;
  private static final long LAZY_DELAY_MICROS = 200_000;
  private static final long GRAFT_TIMEOUT_MICROS = 400_000;
  private static final long GRAFT_RETRY_MICROS = 300_000;
  private static final long REPAIR_MICROS = 2_000_000;

  /** Node 5 among 0, 2 and 7, not yet started: nothing is set but what a test brings about. */
  private final RecordingNode<TreeMessage> node = node(5, 1000);

  private static RecordingNode<TreeMessage> node(int id, int batch) {
    SpanningTreeConfig config =
        new SpanningTreeConfig(
            Duration.ofMillis(200),
            Duration.ofMillis(400),
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            batch);
    return new RecordingNode<>(new SpanningTree(config), id, 300, 0, 2, 7);
  }

  /** The node, started and with the comparison of its start behind it. */
  private static RecordingNode<TreeMessage> started(int batch) {
    RecordingNode<TreeMessage> node = node(5, batch);
    node.start();
    node.fire(COMPARE);
    return node;
  }

  private static Push push(long... rumors) {
    return new Push(Rumors.of(rumors));
  }

  private static IHave iHave(long... rumors) {
    return new IHave(RumorIds.of(rumors));
  }

  private static Graft graft(long... rumors) {
    return new Graft(RumorIds.of(rumors));
  }

  private static Prune prune(long... rumors) {
    return new Prune(RumorIds.of(rumors));
  }

  private static Digest known(int source, int count) {
    return new Digest(List.of(new Range(source, 0, count)));
  }

  private static Summary summary(Digest digest) {
    return new Summary(digest, false);
  }

  private static Summary reply(Digest digest) {
    return new Summary(digest, true);
  }

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

  @Test
  void theFirstComparisonIsAtARandomMomentOfTheSecondRepairInterval() {
    List<Long> delays =
        IntStream.range(0, 200).mapToObj(id -> delay(COMPARE, node(id + 10, 1).start())).toList();
    assertTrue(delays.stream().allMatch(d -> REPAIR_MICROS <= d && d < 2 * REPAIR_MICROS));
    assertTrue(delays.stream().anyMatch(delay -> delay < REPAIR_MICROS * 1.1));
    assertTrue(delays.stream().anyMatch(delay -> delay > REPAIR_MICROS * 1.9));
  }

  @Test
  void aNodeThatStartsComparesWithEveryNeighborThoughItKnowsNothing() {
    node.start();
    List<Effect> effects = node.fire(COMPARE);
    assertEquals(List.of(0, 2, 7), receivers(effects));
    assertEquals(List.of(summary(Digest.EMPTY)), sentTo(7, effects));
    assertEquals(List.of(REPAIR_MICROS), delays(COMPARE, effects).stream().distinct().toList());
  }

  @Test
  void nothingIsSentAndNoTimerSetOnceEveryNeighborIsInSync() {
    node.start();
    for (int peer : new int[] {0, 2, 7}) {
      assertEquals(List.of(), node.receive(peer, reply(Digest.EMPTY)));
    }
    assertEquals(List.of(), node.fire(COMPARE));
    assertFalse(node.hasTimer());
  }

  @Test
  void onlyNeighborsOutOfSyncAreSentASummary() {
    node.start();
    node.receive(0, reply(Digest.EMPTY));
    node.receive(7, reply(Digest.EMPTY));
    List<Effect> effects = node.fire(COMPARE);
    assertEquals(List.of(2), receivers(effects));
    assertEquals(REPAIR_MICROS, delay(COMPARE, effects));
  }

  @Test
  void aRumorPutsNeighborsOutOfSyncAndAComparisonFollowsARepairLater() {
    node.start();
    for (int peer : new int[] {0, 2, 7}) {
      node.receive(peer, reply(Digest.EMPTY));
    }
    node.fire(COMPARE);
    assertEquals(REPAIR_MICROS, delay(COMPARE, node.broadcast()));
    assertEquals(List.of(), delays(COMPARE, node.broadcast()), "it is set");
    assertTrue(receivers(node.fire(COMPARE)).contains(7));
  }

  @Test
  void ofTwoTheOneWithTheSmallerNumberBegins() {
    node.start();
    for (int peer : new int[] {0, 2, 7}) {
      node.receive(peer, summary(known(9, 1)));
    }
    assertEquals(List.of(7), receivers(node.fire(COMPARE)), "0 and 2 were just heard");
    assertEquals(List.of(0, 2, 7), receivers(node.fire(COMPARE)), "none heard for so long");
  }

  @Test
  void aReplyAlsoKeepsTheLargerNumberSilentForOneTurn() {
    node.start();
    node.receive(0, reply(known(9, 1)));
    assertEquals(List.of(2, 7), receivers(node.fire(COMPARE)));
    assertEquals(List.of(0, 2, 7), receivers(node.fire(COMPARE)));
  }

  @Test
  void aSummaryGetsAReplyAndAReplyNone() {
    node.start();
    assertEquals(List.of(reply(Digest.EMPTY)), sentTo(2, node.receive(2, summary(known(9, 1)))));
    assertEquals(List.of(reply(Digest.EMPTY)), sentTo(2, node.receive(2, summary(Digest.EMPTY))));
    assertEquals(List.of(), sent(node.receive(2, reply(known(9, 1)))));
  }

  @Test
  void aReplyTellsWhatIsKnownHere() {
    node.start();
    node.receive(2, push(rumor(9, 0)));
    assertEquals(List.of(reply(known(9, 1))), sentTo(0, node.receive(0, summary(Digest.EMPTY))));
    assertEquals(List.of(summary(known(9, 1))), sentTo(7, node.fire(COMPARE)));
  }

  @Test
  void whatASummaryShowsMissingIsAskedForLikeAnythingAnnounced() {
    RecordingNode<TreeMessage> node = started(1000);
    assertEquals(GRAFT_TIMEOUT_MICROS, delay(ASK, node.receive(2, summary(known(9, 2)))));
    assertEquals(
        List.of(new Effect.Sent(2, graft(rumor(9, 0), rumor(9, 1)))), sent(node.fire(ASK)));
  }

  @Test
  void aReplyShowsWhatIsMissingToo() {
    RecordingNode<TreeMessage> node = started(1000);
    assertEquals(GRAFT_TIMEOUT_MICROS, delay(ASK, node.receive(2, reply(known(9, 2)))));
  }

  @Test
  void aDifferenceIsComparedAgainUntilItIsGone() {
    node.start();
    node.receive(0, reply(Digest.EMPTY));
    node.receive(2, reply(Digest.EMPTY));
    node.receive(7, reply(Digest.EMPTY));
    node.fire(COMPARE);
    assertFalse(node.hasTimer());
    assertEquals(List.of(REPAIR_MICROS), delays(COMPARE, node.receive(7, summary(known(9, 1)))));
    assertTrue(node.hasTimer());
    node.receive(7, push(rumor(9, 0)));
    assertEquals(List.of(), sentTo(7, node.fire(COMPARE)), "7 is known to know it");
  }

  @Test
  void aNeighborThatComesBackWithNothingIsOutOfSync() {
    RecordingNode<TreeMessage> node = started(1000);
    node.receive(2, push(rumor(9, 0)));
    node.receive(7, reply(known(9, 1)));
    assertEquals(List.of(), sentTo(7, node.fire(COMPARE)));
    node.receive(7, summary(Digest.EMPTY));
    assertEquals(List.of(summary(known(9, 1))), sentTo(7, node.fire(COMPARE)));
  }

  @Test
  void aNewNeighborIsEagerAndComparedWithWhileOldOnesKeepTheirTrees() {
    node.start();
    node.receive(0, reply(Digest.EMPTY));
    node.receive(2, reply(Digest.EMPTY));
    node.receive(7, reply(Digest.EMPTY));
    node.fire(COMPARE);
    node.receive(7, prune(rumor(5, 0)));
    assertEquals(List.of(new Effect.Scheduled(COMPARE, REPAIR_MICROS)), node.linkTo(7, 8));
    assertEquals(List.of(8), receivers(node.fire(COMPARE)));
    assertEquals(List.of(8), receivers(node.broadcast()));
  }

  @Test
  void whoIsNoNeighborIsHeardAndAnsweredButNotPushedTo() {
    RecordingNode<TreeMessage> node = started(1000);
    assertEquals(List.of(0, 2, 7), receivers(node.receive(8, push(rumor(9, 0)))));
    assertEquals(List.of(push(rumor(9, 0))), sentTo(8, node.receive(8, graft(rumor(9, 0)))));
    assertEquals(List.of(reply(known(9, 1))), sentTo(8, node.receive(8, summary(Digest.EMPTY))));
    assertEquals(List.of(0, 2, 7), receivers(node.broadcast()));
  }
}
