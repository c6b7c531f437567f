package org.hearsay.strategies.pushpull;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearsay.api.Digest;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.pushpull.PushPullMessage.Answer;
import org.hearsay.strategies.pushpull.PushPullMessage.Offer;
import org.junit.jupiter.api.Test;

/** Guards against an answer that is dropped as if it were an offer. */
final class QueuedMessagesTest {

  @Test
  void anOfferIsLazyAndStandsInForEarlierOnesAndAnAnswerIsNot() {
    Answer answer = new Answer(Digest.EMPTY, Rumors.NONE);
    assertTrue(new Offer(Digest.EMPTY).isLazy());
    assertTrue(new Offer(Digest.EMPTY).supersedes(new Offer(Digest.EMPTY)));
    assertFalse(new Offer(Digest.EMPTY).supersedes(answer));
    assertFalse(answer.isLazy());
    assertFalse(answer.supersedes(answer));
  }
}
