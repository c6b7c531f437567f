package org.hearsay.strategies.mediancounter;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearsay.api.Rumors;
import org.hearsay.strategies.mediancounter.CallMessage.Call;
import org.hearsay.strategies.mediancounter.CallMessage.TellLast;
import org.junit.jupiter.api.Test;

/** Guards against a call that makes needless what is told in it. */
final class QueuedMessagesTest {

  @Test
  void aCallStandsInForEarlierCallsAlone() {
    assertTrue(new Call().supersedes(new Call()));
    assertFalse(new Call().supersedes(new TellLast(Rumors.NONE)));
  }
}
