package org.hearsay.strategies.deadlinetree;

import static org.hearsay.strategies.Effects.sentTo;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.api.Digest;
import org.hearsay.api.Rumors;
import org.hearsay.node.plugin.StrategyCatalog;
import org.hearsay.scenario.Settings;
import org.hearsay.scenario.cluster.Topology;
import org.hearsay.scenario.fault.FaultText;
import org.hearsay.scenario.workload.PlannedBroadcast;
import org.hearsay.simulation.Outcome;
import org.hearsay.simulation.Simulation;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Answer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Ask;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Down;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Offer;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Up;
import org.hearsay.testkit.Effect;
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

  @Test
  void aRootOffersToAllThatHaveNotSaidWhatTheyKnow() {
    RecordingNode<DeadlineTreeMessage> root =
        new RecordingNode<>(new DeadlineTree(DeadlineTreeConfig.defaults()), 0, 25);
    root.start();
    for (int member = 2; member < 25; member++) {
      if (member != 9) {
        root.receive(member, new Offer(0, Digest.EMPTY));
      }
    }
    List<Effect> effects = root.receive(1, new Answer(0, Digest.EMPTY, Rumors.NONE));
    assertInstanceOf(Offer.class, sentTo(9, effects).get(0));
    assertEquals(List.of(), sentTo(8, effects));
  }

  /** Found by chaos: the root's partner knew nothing either, and who knew all had no reason. */
  @Test
  void whatALeafKnowsComesBackToARootThatRestartedWithItsPartner() {
    Settings settings =
        Settings.challenge(1)
            .with(new Settings.Shape(3, Topology.LINE))
            .with(
                new Settings.Load(
                    Settings.Load.Workload.BROADCASTS,
                    1,
                    Duration.ofSeconds(3),
                    Duration.ofMinutes(1),
                    PlannedBroadcast.parse("n2@0s")))
            .with(FaultText.parse("crash:n0@2438ms+19ms,crash:n1@2447ms+19ms"));
    Outcome outcome =
        Simulation.run(
            StrategyCatalog.of(new DeadlineTreeModule()).parse("deadline-tree"), settings);
    assertTrue(outcome.strict().valid(), () -> outcome.strict().toString());
  }
}
