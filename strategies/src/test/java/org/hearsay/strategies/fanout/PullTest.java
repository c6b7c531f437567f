package org.hearsay.strategies.fanout;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.fanout.FanoutConfig.Direction;
import org.hearsay.strategies.fanout.FanoutConfig.Mode;
import org.hearsay.strategies.fanout.FanoutConfig.Stop;
import org.hearsay.strategies.fanout.FanoutMessage.Feedback;
import org.hearsay.strategies.fanout.FanoutMessage.Known;
import org.hearsay.strategies.fanout.FanoutMessage.Pull;
import org.hearsay.strategies.fanout.FanoutMessage.Push;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/** Guards against rumors that nobody can get by asking, and cycles that are not those of all. */
final class PullTest {
  private static final int CYCLE = 0;
  private static final int MAX_CYCLES = 20;
  private static final long INTERVAL_MICROS = 100_000;

  private static RecordingNode<FanoutMessage> node(
      Direction direction, Mode mode, int k, boolean synchronous) {
    FanoutConfig config =
        new FanoutConfig(
            Duration.ofMillis(100), 1, direction, mode, Stop.COUNTER, k, MAX_CYCLES, synchronous);
    RecordingNode<FanoutMessage> node = new RecordingNode<>(new Fanout(config), 0, 10);
    node.start();
    return node;
  }

  private static List<FanoutMessage> messages(List<Effect> effects) {
    return sent(effects).stream().map(effect -> (FanoutMessage) effect.message()).toList();
  }

  private static Feedback feedback(boolean needed) {
    RumorIds ids = RumorIds.of(rumor(0, 0));
    return needed ? new Feedback(RumorIds.NONE, ids) : new Feedback(ids, RumorIds.NONE);
  }

  /** Whether the node has something for one who asks. */
  private static boolean isHot(RecordingNode<FanoutMessage> node) {
    return !node.receive(9, new Pull()).isEmpty();
  }

  @Test
  void aNodeAsksOneMemberACycleUntilItHasBeenForNothingForLong() {
    RecordingNode<FanoutMessage> node = node(Direction.PULL, Mode.FEEDBACK, 3, false);
    for (int cycle = 0; cycle < MAX_CYCLES; cycle++) {
      assertEquals(List.of(new Pull()), messages(node.fire(CYCLE)));
    }
    node.fire(CYCLE);
    assertFalse(node.hasTimer());
    node.receive(4, new Push(1, Rumors.of(rumor(4, 0))));
    assertEquals(List.of(new Pull()), messages(node.fire(CYCLE)));
  }

  @Test
  void whoAsksGetsWhatIsHotAndSaysWhatItNeeded() {
    RecordingNode<FanoutMessage> node = node(Direction.PULL, Mode.FEEDBACK, 3, false);
    assertFalse(isHot(node));
    node.broadcast();
    assertEquals(
        List.of(new Push(0, Rumors.of(rumor(0, 0)))), messages(node.receive(4, new Pull())));
    assertEquals(
        List.of(new Feedback(RumorIds.of(rumor(0, 0)), RumorIds.of(rumor(4, 0)))),
        messages(node.receive(4, new Push(7, Rumors.of(rumor(0, 0), rumor(4, 0))))));
  }

  @Test
  void theCounterCountsCyclesInWhichSomebodyAskedAndNobodyNeededIt() {
    RecordingNode<FanoutMessage> node = node(Direction.PULL, Mode.FEEDBACK, 2, false);
    node.broadcast();
    node.fire(CYCLE);
    node.receive(4, feedback(false));
    node.receive(5, feedback(false));
    node.fire(CYCLE);
    node.fire(CYCLE);
    assertTrue(isHot(node), "one cycle in vain, and one in which nobody asked");
    node.receive(4, feedback(false));
    node.fire(CYCLE);
    assertFalse(isHot(node));
  }

  @Test
  void oneWhoNeededItSetsTheCounterToNothing() {
    RecordingNode<FanoutMessage> node = node(Direction.PULL, Mode.FEEDBACK, 2, false);
    node.broadcast();
    node.fire(CYCLE);
    node.receive(4, feedback(false));
    node.fire(CYCLE);
    node.receive(4, feedback(false));
    node.receive(5, feedback(true));
    node.fire(CYCLE);
    node.receive(4, feedback(false));
    node.fire(CYCLE);
    assertTrue(isHot(node));
  }

  @Test
  void aBlindNodeIsAskedForKCycles() {
    RecordingNode<FanoutMessage> node = node(Direction.PULL, Mode.BLIND, 2, false);
    node.broadcast();
    node.fire(CYCLE);
    node.fire(CYCLE);
    assertTrue(isHot(node));
    node.fire(CYCLE);
    assertFalse(isHot(node));
  }

  @Test
  void bothWaysAtOnceGoToTheSameMember() {
    RecordingNode<FanoutMessage> node = node(Direction.PUSH_PULL, Mode.FEEDBACK, 3, false);
    node.broadcast();
    List<Effect.Sent> sent = sent(node.fire(CYCLE));
    assertEquals(
        List.of(new Push(1, Rumors.of(rumor(0, 0))), new Pull()),
        List.of(sent.get(0).message(), sent.get(1).message()));
    assertEquals(sent.get(0).peer(), sent.get(1).peer());
  }

  @Test
  void synchronousCyclesBeginAtTheMultiplesOfTheInterval() {
    RecordingNode<FanoutMessage> node = node(Direction.PUSH, Mode.FEEDBACK, 3, true);
    node.advance(250_000);
    assertEquals(50_000, delay(CYCLE, node.broadcast()));
    node.advance(50_400);
    List<Effect> effects = node.fire(CYCLE);
    assertEquals(INTERVAL_MICROS - node.nowMicros() % INTERVAL_MICROS, delay(CYCLE, effects));
    assertEquals(
        List.of(new Push(node.nowMicros() / INTERVAL_MICROS, Rumors.of(rumor(0, 0)))),
        messages(effects));
  }

  @Test
  void inTheCycleInWhichItWasLearnedASecondPushWasNeededToo() {
    RecordingNode<FanoutMessage> node = node(Direction.PUSH, Mode.FEEDBACK, 3, true);
    node.advance(10_000);
    node.receive(4, new Push(0, Rumors.of(rumor(4, 0))));
    assertEquals(List.of(), node.receive(5, new Push(0, Rumors.of(rumor(4, 0)))));
    node.advance(INTERVAL_MICROS);
    assertEquals(
        List.of(new Known(1, RumorIds.of(rumor(4, 0)))),
        messages(node.receive(5, new Push(1, Rumors.of(rumor(4, 0))))));
  }

  @Test
  void whatWasLearnedInACycleIsNotToBeHadInIt() {
    RecordingNode<FanoutMessage> node = node(Direction.PULL, Mode.FEEDBACK, 3, true);
    node.advance(10_000);
    node.receive(4, new Push(0, Rumors.of(rumor(4, 0))));
    assertFalse(isHot(node));
    node.advance(INTERVAL_MICROS);
    assertTrue(isHot(node));
  }
}
