package org.hearsay.strategies.deadlinetree;

import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Answer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Ask;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Down;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Offer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Up;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/**
 * Guards against rounds of a root that has forgotten its own that pass for those of its earlier
 * life: who misses some of them would not see it, and lack their rumors for good.
 */
final class RootRestartTest {
  private static final int FLUSH = 2;
  private static final long LINK = 100_000;
  private static final long PERIOD = 380_000;

  private static RecordingNode<DeadlineTreeMessage> node(int id) {
    RecordingNode<DeadlineTreeMessage> node =
        new RecordingNode<>(new DeadlineTree(DeadlineTreeConfig.defaults()), id, 25);
    node.start();
    node.advance(2 * LINK);
    node.receive(id == 0 ? 1 : 0, new Answer(0, Digest.EMPTY, Rumors.NONE));
    return node;
  }

  private static Down round(long number, long rumor) {
    return new Down(0, number, PERIOD, PERIOD, 24, Rumors.of(rumor));
  }

  @Test
  void aRoundThatWasThereBeforeMakesALeafCompare() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7);
    for (int number = 1; number <= 3; number++) {
      leaf.receive(0, round(number, rumor(1, number - 1)));
    }
    assertInstanceOf(Offer.class, sentTo(0, leaf.receive(0, round(2, rumor(2, 0)))).get(0));
  }

  @Test
  void aRoundThatAnAskOvertookIsNoReasonToCompareAgain() {
    RecordingNode<DeadlineTreeMessage> leaf = node(7);
    leaf.receive(0, round(1, rumor(1, 0)));
    leaf.receive(0, new Ask(0, 3, Digest.EMPTY));
    leaf.receive(0, new Answer(0, Digest.EMPTY, Rumors.NONE));
    assertEquals(List.of(), sentTo(0, leaf.receive(0, round(2, rumor(2, 0)))));
  }

  @Test
  void whatARootSendsFollowsNothingThatItHasForgotten() {
    RecordingNode<DeadlineTreeMessage> root = node(0);
    root.receive(1, new Up(0, 3, LINK, 600_000, Rumors.of(rumor(1, 0))));
    Down down = assertInstanceOf(Down.class, sentTo(9, root.fire(FLUSH)).get(0));
    assertTrue(down.round() > 100, () -> down.toString());
  }
}
