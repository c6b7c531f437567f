package org.hearsay.strategies.deadlinetree;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearsay.api.Digest;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Ask;
import org.hearsay.strategies.deadlinetree.DeadlineTreeMessage.Offer;
import org.junit.jupiter.api.Test;

/** Guards against what is said of one tree standing in for what is said of another. */
final class QueuedMessagesTest {

  @Test
  void questionsAndOffersStandInForEarlierOnesOfTheirTree() {
    assertTrue(new Ask(1, 5, Digest.EMPTY).supersedes(new Ask(1, 4, Digest.EMPTY)));
    assertFalse(new Ask(1, 4, Digest.EMPTY).supersedes(new Ask(1, 5, Digest.EMPTY)));
    assertFalse(new Ask(2, 5, Digest.EMPTY).supersedes(new Ask(1, 4, Digest.EMPTY)));
    assertTrue(new Offer(1, Digest.EMPTY).supersedes(new Offer(1, Digest.EMPTY)));
    assertFalse(new Offer(1, Digest.EMPTY).supersedes(new Offer(2, Digest.EMPTY)));
  }
}
