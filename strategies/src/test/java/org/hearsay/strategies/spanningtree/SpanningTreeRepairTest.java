package org.hearsay.strategies.spanningtree;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.delays;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.strategies.spanningtree.TreeSteps.ASK;
import static org.hearsay.strategies.spanningtree.TreeSteps.COMPARE;
import static org.hearsay.strategies.spanningtree.TreeSteps.GRAFT_TIMEOUT_MICROS;
import static org.hearsay.strategies.spanningtree.TreeSteps.REPAIR_MICROS;
import static org.hearsay.strategies.spanningtree.TreeSteps.graft;
import static org.hearsay.strategies.spanningtree.TreeSteps.known;
import static org.hearsay.strategies.spanningtree.TreeSteps.node;
import static org.hearsay.strategies.spanningtree.TreeSteps.prune;
import static org.hearsay.strategies.spanningtree.TreeSteps.push;
import static org.hearsay.strategies.spanningtree.TreeSteps.reply;
import static org.hearsay.strategies.spanningtree.TreeSteps.started;
import static org.hearsay.strategies.spanningtree.TreeSteps.summary;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Digest;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/** Guards against neighbors that stop comparing what they know too soon, or never. */
final class SpanningTreeRepairTest {
  /** Node 5 among 0, 2 and 7, not yet started: nothing is set but what a test brings about. */
  private final RecordingNode<TreeMessage> node = node(5, 1000);

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
