package org.hearsay.strategies.mediancounter;

import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.mediancounter.CallMessage.Call;
import org.hearsay.strategies.mediancounter.CallMessage.Stopped;
import org.hearsay.strategies.mediancounter.CallMessage.Tell;
import org.hearsay.strategies.mediancounter.CallMessage.TellLast;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Guards against calls that are not answered, states that nobody hears of, and no end of it. */
final class MedianCounterTest {
  private static final int ROUND = 0;
  private static final int MAX_ROUNDS = 20;

  private static RecordingNode<CallMessage> node(int counter) {
    MedianCounterConfig config =
        new MedianCounterConfig(Duration.ofMillis(100), counter, MAX_ROUNDS, false);
    RecordingNode<CallMessage> node = new RecordingNode<>(new MedianCounter(config), 0, 10);
    node.start();
    return node;
  }

  @Test
  void aNodeThatKnowsNothingCallsOneMemberARoundUntilItHasBeenForNothingForLong() {
    RecordingNode<CallMessage> node = node(3);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      assertEquals(List.of(new Call()), messages(node.fire(ROUND)));
    }
    assertEquals(List.of(), node.fire(ROUND));
    assertFalse(node.hasTimer());
    node.broadcast();
    assertEquals(
        List.of(new Call(), new Tell(1, Rumors.of(rumor(0, 0)))), messages(node.fire(ROUND)));
  }

  @Test
  void whoCallsIsToldWhatIsSpread() {
    RecordingNode<CallMessage> node = node(3);
    assertEquals(List.of(), node.receive(4, new Call()));
    node.receive(4, new Tell(2, Rumors.of(rumor(4, 0))));
    List<Effect> effects = node.receive(5, new Call());
    assertEquals(List.of(5), receivers(effects));
    assertEquals(List.of(new Tell(1, Rumors.of(rumor(4, 0)))), messages(effects));
  }

  @Test
  void statesFollowWhatPartnersSpread() {
    RecordingNode<CallMessage> node = node(1);
    node.broadcast();
    node.fire(ROUND);
    node.receive(4, new Tell(1, Rumors.of(rumor(0, 0))));
    assertEquals(
        List.of(new Call(), new TellLast(Rumors.of(rumor(0, 0)))), messages(node.fire(ROUND)));
    assertEquals(List.of(new Call()), messages(node.fire(ROUND)));
    assertEquals(
        List.of(new Stopped(RumorIds.of(rumor(0, 0)))),
        messages(node.receive(5, new Tell(1, Rumors.of(rumor(0, 0))))));
  }

  static Stream<Arguments> counters() {
    return Stream.of(
        arguments(2, 1), arguments(25, 1), arguments(10_000, 2), arguments(1_000_000_000, 3));
  }

  @ParameterizedTest
  @MethodSource("counters")
  void theHighestCounterGrowsAsTheLogarithmOfTheLogarithm(int nodes, int counter) {
    assertEquals(counter, MedianCounterConfig.defaults().counterAmong(nodes));
  }

  private static List<CallMessage> messages(List<Effect> effects) {
    return sent(effects).stream().map(effect -> (CallMessage) effect.message()).toList();
  }
}
