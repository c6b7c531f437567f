package org.hearsay.strategies.fanout;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.fanout.FanoutMessage.Feedback;
import org.hearsay.strategies.fanout.FanoutMessage.Known;
import org.hearsay.strategies.fanout.FanoutMessage.Pull;
import org.hearsay.strategies.fanout.FanoutMessage.Push;
import org.junit.jupiter.api.Test;

/** Guards against pushes, and requests for rumors, that are dropped as if they were hints. */
final class QueuedMessagesTest {

  @Test
  void feedbackAndPullsAreLazyButWhatBringsOrAsksForRumorsIsNot() {
    assertTrue(new Known(1, RumorIds.of(1)).isLazy());
    assertTrue(new Pull().isLazy());
    assertTrue(new Pull().supersedes(new Pull()));
    assertFalse(new Feedback(RumorIds.of(1), RumorIds.of(2)).isLazy());
    assertFalse(new Push(1, Rumors.NONE).isLazy());
  }
}
