package org.hearsay.strategies.oracle;

import static org.hearsay.strategies.Effects.receivers;
import static org.hearsay.testkit.RecordingNode.rumor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.hearsay.api.Rumors;
import org.hearsay.testkit.Effect;
import org.hearsay.testkit.RecordingNode;
import org.junit.jupiter.api.Test;

/** Guards against a bound that others could beat. */
final class OracleTest {
  private final RecordingNode<Tell> node = new RecordingNode<>(new Oracle(), 1, 5, 0);

  @Test
  void aBroadcastGoesToEveryMemberAtOnceLinkedOrNot() {
    node.start();
    assertEquals(List.of(0, 2, 3, 4), receivers(node.broadcast()));
  }

  @Test
  void whatIsHeardGoesNoFurther() {
    node.start();
    assertEquals(
        List.of(new Effect.Delivered(rumor(4, 0))),
        node.receive(4, new Tell(Rumors.of(rumor(4, 0)))));
    assertFalse(node.hasTimer());
  }
}
