package org.hearsay.detectors.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.hearsay.testkit.Effect.TookForAlive;
import org.hearsay.testkit.Effect.TookForDead;
import org.hearsay.testkit.RecordingDetector;
import org.junit.jupiter.api.Test;

/** Guards against a bound that knows less, or other things, than the world tells it. */
final class OracleTest {
  private final RecordingDetector<NoMessage> node =
      new RecordingDetector<>(new Oracle(), 0, 10, 1, 2);

  @Test
  void aDeathIsKnownAtOnceAndSoIsAReturn() {
    node.start();
    assertEquals(List.of(new TookForDead(1)), node.die(1));
    assertEquals(List.of(new TookForAlive(1)), node.beBorn(1));
  }

  @Test
  void theDeathOfWhoeverIsNotLinkedIsKnownToo() {
    node.start();
    assertEquals(List.of(new TookForDead(7)), node.die(7));
  }

  @Test
  void nothingElseMeansAnythingToIt() {
    assertEquals(List.of(), node.start());
    assertEquals(List.of(), node.receive(1));
    assertEquals(List.of(), node.depart(1));
    assertEquals(List.of(), node.watch(2));
    assertEquals(List.of(), node.restart(2, 200));
    assertFalse(node.hasTimer());
  }
}
