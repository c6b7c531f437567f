package org.hearsay.strategies.deltaack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.deltaack.DeltaAckMessage.Ack;
import org.hearsay.strategies.deltaack.DeltaAckMessage.Delta;
import org.junit.jupiter.api.Test;

/** Guards against a message that stands in for one which says more. */
final class QueuedMessagesTest {

  private static Delta delta(long first, int count) {
    return new Delta(
        first, new Rumors(RumorIds.of(LongStream.range(first, first + count).toArray())));
  }

  @Test
  void aDeltaStandsInForThoseWhoseRumorsItBrings() {
    assertTrue(delta(3, 4).supersedes(delta(3, 4)));
    assertTrue(delta(3, 4).supersedes(delta(5, 2)));
    assertFalse(delta(3, 4).supersedes(delta(2, 2)));
    assertFalse(delta(3, 4).supersedes(delta(5, 3)));
    assertFalse(delta(3, 4).supersedes(new Ack(3)));
  }

  @Test
  void aReceiptStandsInForThoseBeforeIt() {
    assertTrue(new Ack(4).supersedes(new Ack(3)));
    assertFalse(new Ack(2).supersedes(new Ack(3)));
    assertFalse(new Ack(4).supersedes(delta(1, 1)));
  }
}
