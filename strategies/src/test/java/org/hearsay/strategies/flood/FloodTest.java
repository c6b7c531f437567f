package org.hearsay.strategies.flood;

import static org.hearsay.strategies.Effects.delivered;
import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.strategies.Effects.sent;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.hearsay.api.Rumors;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/** Guards against a rumor that is passed to too few, back to its source, or round in circles. */
final class FloodTest {
  private final RecordingNode<Tell> node = new RecordingNode<>(new Flood(), 1, 5, 0, 2, 3);

  @Test
  void aBroadcastGoesToEveryNeighborAtOnce() {
    node.start();
    Tell news = new Tell(Rumors.of(rumor(1, 0)));
    assertEquals(
        List.of(new Effect.Sent(0, news), new Effect.Sent(2, news), new Effect.Sent(3, news)),
        node.broadcast());
  }

  @Test
  void aRumorGoesToEveryNeighborButTheOneItCameFrom() {
    node.start();
    List<Effect> effects = node.receive(2, new Tell(Rumors.of(rumor(4, 0))));
    assertEquals(List.of(rumor(4, 0)), delivered(effects));
    assertEquals(List.of(0, 3), receivers(effects));
  }

  @Test
  void aRumorFromOutsideTheTopologyGoesToEveryNeighbor() {
    node.start();
    assertEquals(List.of(0, 2, 3), receivers(node.receive(4, new Tell(Rumors.of(rumor(4, 0))))));
  }

  @Test
  void onlyWhatIsNewGoesOnAndItGoesInOneMessage() {
    node.start();
    node.receive(0, new Tell(Rumors.of(rumor(4, 1))));
    List<Effect> effects =
        node.receive(2, new Tell(Rumors.of(rumor(4, 0), rumor(4, 1), rumor(4, 2))));
    Tell fresh = new Tell(Rumors.of(rumor(4, 0), rumor(4, 2)));
    assertEquals(List.of(new Effect.Sent(0, fresh), new Effect.Sent(3, fresh)), sent(effects));
    assertSame(sent(effects).get(0).message(), sent(effects).get(1).message());
  }

  @Test
  void aKnownRumorGoesNoFurther() {
    node.start();
    node.receive(0, new Tell(Rumors.of(rumor(4, 0))));
    assertEquals(List.of(), node.receive(2, new Tell(Rumors.of(rumor(4, 0)))));
  }

  @Test
  void aLeafSendsNothingBack() {
    RecordingNode<Tell> leaf = new RecordingNode<>(new Flood(), 1, 2, 0);
    leaf.start();
    assertEquals(
        List.of(new Effect.Delivered(rumor(0, 0))),
        leaf.receive(0, new Tell(Rumors.of(rumor(0, 0)))));
  }

  @Test
  void aNeighborGainedLaterHearsOfLaterRumorsOnly() {
    node.start();
    node.broadcast();
    assertEquals(List.of(), node.linkTo(0, 4));
    Tell second = new Tell(Rumors.of(rumor(1, 1)));
    assertEquals(List.of(new Effect.Sent(0, second), new Effect.Sent(4, second)), node.broadcast());
  }

  @Test
  void itNeverWaits() {
    node.start();
    node.broadcast();
    node.receive(2, new Tell(Rumors.of(rumor(4, 0))));
    assertFalse(node.hasTimer());
  }
}
