package org.hearsay.strategies.deadlinetree;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.delays;
import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Answer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Offer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Tell;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Up;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/**
 * Guards against an answer that is taken for one to another offer: the link then seems shorter than
 * it is, every offer is made again before its answer can be there, so that none ever measures the
 * link, and the node compares for ever.
 */
final class ComparisonTest {
  private static final int COMPARE = 1;
  private static final int FLUSH = 2;
  private static final int OVERHEARD = 5;
  private static final long LINK = 100_000;
  private static final Answer NOTHING_NEW = new Answer(0, Digest.EMPTY, Rumors.NONE);

  private static RecordingNode<DeadlineTreeMessage> node(int id, int latencyMillis) {
    DeadlineTreeConfig config = new DeadlineTreeConfig(Duration.ofMillis(latencyMillis), 1, 0);
    return new RecordingNode<>(new DeadlineTree(config), id, 25);
  }

  private static Up up(int node) {
    return new Up(0, 0, LINK, 600_000, Rumors.of(rumor(node, 0)));
  }

  /** What the root offers to who sends a rumor again that went out with a round. */
  private static List<Effect> offered(int to) {
    RecordingNode<DeadlineTreeMessage> root = node(0, 600);
    root.start();
    root.advance(2 * LINK);
    root.receive(1, NOTHING_NEW);
    root.receive(to, up(to));
    root.fire(FLUSH);
    List<Effect> effects = root.receive(to, up(to));
    assertInstanceOf(Offer.class, sentTo(to, effects).get(0));
    return effects;
  }

  @Test
  void whatARootOffersItsPartnerIsAComparison() {
    assertTrue(delay(COMPARE, offered(1)) > 2 * LINK);
    assertEquals(List.of(), delays(COMPARE, offered(2)));
  }

  @Test
  void whatTheRootIsOfferedForWhatItToldIsAComparison() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 100);
    leaf.start();
    leaf.advance(2 * LINK);
    leaf.receive(0, NOTHING_NEW);
    Digest two = new Digest(List.of(new Digest.Range(0, 0, 1), new Digest.Range(2, 0, 1)));
    leaf.receive(0, new Tell(two, Rumors.of(rumor(0, 0))));
    List<Effect> effects = leaf.fire(OVERHEARD);
    assertInstanceOf(Offer.class, sentTo(0, effects).get(0));
    assertTrue(delay(COMPARE, effects) > 2 * LINK);
  }

  @Test
  void aLinkLongerThanBelievedIsMeasuredInTheEnd() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7, 600);
    List<Effect> effects = leaf.start();
    for (int comparison = 1; comparison <= 5; comparison++) {
      long answered = leaf.nowMicros() + 8 * LINK;
      while (leaf.nowMicros() + delay(COMPARE, effects) < answered) {
        effects = leaf.fire(COMPARE);
      }
      leaf.advance(answered - leaf.nowMicros());
      leaf.receive(0, NOTHING_NEW);
      if (!leaf.hasTimer()) {
        return;
      }
      effects = leaf.fire(COMPARE);
    }
    fail("It goes on");
  }
}
