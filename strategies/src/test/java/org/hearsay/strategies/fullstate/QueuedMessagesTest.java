package org.hearsay.strategies.fullstate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.junit.jupiter.api.Test;

/** Guards against a log that stands in for a longer one. */
final class QueuedMessagesTest {

  private static WholeLog log(long... rumors) {
    return new WholeLog(new Rumors(RumorIds.of(rumors)));
  }

  @Test
  void aLogStandsInForItsBeginning() {
    assertTrue(log(1, 2, 3).supersedes(log(1, 2)));
    assertFalse(log(1, 2).supersedes(log(1, 2, 3)));
  }
}
