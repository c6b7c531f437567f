package org.hearsay.strategies.fullstate;

import static org.hearsay.strategies.Effects.delay;
import static org.hearsay.strategies.Effects.delivered;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.hearsay.api.Rumors;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/** Guards against a node that leaves out a neighbor, a rumor or a tick. */
final class FullStateTest {
  private static final int TICK = 0;
  private static final long INTERVAL_MICROS = 100_000;

  private final RecordingNode<WholeLog> node = node(1);

  private static RecordingNode<WholeLog> node(int id) {
    return new RecordingNode<>(new FullState(FullStateConfig.defaults()), id, 200, 0, 2);
  }

  @Test
  void everyTickSendsTheSameMessageToEveryNeighborAndToNobodyElse() {
    node.start();
    node.broadcast();
    List<Effect.Sent> sent = sent(node.fire(TICK));
    assertEquals(List.of(0, 2), sent.stream().map(Effect.Sent::peer).toList());
    assertEquals(new WholeLog(Rumors.of(rumor(1, 0))), sent.get(0).message());
    assertSame(sent.get(0).message(), sent.get(1).message());
  }

  @Test
  void aMessageHoldsTheLogFromItsFirstRumorToItsLast() {
    node.start();
    node.receive(2, new WholeLog(Rumors.of(rumor(5, 1), rumor(4, 0))));
    node.broadcast();
    WholeLog whole = new WholeLog(Rumors.of(rumor(5, 1), rumor(4, 0), rumor(1, 0)));
    assertEquals(
        List.of(new Effect.Sent(0, whole), new Effect.Sent(2, whole)), sent(node.fire(TICK)));
  }

  @Test
  void aNodeThatKnowsNothingSendsNothingButGoesOnTicking() {
    node.start();
    assertEquals(
        List.of(new Effect.Scheduled(TICK, INTERVAL_MICROS)), node.fire(TICK), "nothing known");
    node.broadcast();
    assertEquals(List.of(0, 2), receivers(node.fire(TICK)));
  }

  @Test
  void itTicksForEverWhetherAnythingIsNewOrNot() {
    node.start();
    node.broadcast();
    for (int tick = 0; tick < 1_000; tick++) {
      List<Effect> effects = node.fire(TICK);
      assertEquals(INTERVAL_MICROS, delay(TICK, effects));
      assertEquals(List.of(0, 2), receivers(effects));
    }
  }

  @Test
  void theFirstTickIsAtARandomMomentOfTheInterval() {
    List<Long> delays =
        IntStream.range(0, 200).mapToObj(id -> delay(TICK, node(id).start())).toList();
    assertTrue(delays.stream().allMatch(delay -> delay < INTERVAL_MICROS), delays.toString());
    assertTrue(delays.stream().anyMatch(delay -> delay < INTERVAL_MICROS / 10));
    assertTrue(delays.stream().anyMatch(delay -> delay > INTERVAL_MICROS / 10 * 9));
  }

  @Test
  void aBroadcastWaitsForTheTick() {
    node.start();
    assertEquals(List.of(), node.broadcast());
  }

  @Test
  void whatArrivesIsDeliveredOnceAndAnswersNothing() {
    node.start();
    WholeLog message = new WholeLog(Rumors.of(rumor(0, 0), rumor(2, 0)));
    List<Effect> effects = node.receive(0, message);
    assertEquals(List.of(rumor(0, 0), rumor(2, 0)), delivered(effects));
    assertEquals(List.of(), sent(effects));
    assertEquals(List.of(), node.receive(0, message));
  }

  @Test
  void aTickServesTheNeighborsOfThatMoment() {
    node.start();
    node.broadcast();
    node.linkTo(3);
    assertEquals(List.of(3), receivers(node.fire(TICK)));
  }
}
