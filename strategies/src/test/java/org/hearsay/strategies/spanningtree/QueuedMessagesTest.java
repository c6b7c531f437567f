package org.hearsay.strategies.spanningtree;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hearsay.api.Digest;
import org.hearsay.api.RumorIds;
import org.hearsay.api.Rumors;
import org.hearsay.strategies.spanningtree.TreeMessage.Graft;
import org.hearsay.strategies.spanningtree.TreeMessage.IHave;
import org.hearsay.strategies.spanningtree.TreeMessage.Push;
import org.hearsay.strategies.spanningtree.TreeMessage.Summary;
import org.junit.jupiter.api.Test;

/** Guards against a summary that stands in for one which asks, and a graft taken for a hint. */
final class QueuedMessagesTest {
  private static final RumorIds IDS = RumorIds.of(1, 2);

  @Test
  void announcementsAreLazyAndNothingElseIs() {
    assertTrue(new IHave(IDS).isLazy());
    assertFalse(new Push(new Rumors(IDS)).isLazy());
    assertFalse(new Graft(IDS).isLazy());
    assertFalse(new Summary(Digest.EMPTY, false).isLazy());
  }

  @Test
  void aSummaryStandsInForThoseBeforeItUnlessTheyAskAndItDoesNot() {
    Summary asking = new Summary(Digest.EMPTY, false);
    Summary replying = new Summary(Digest.EMPTY, true);
    assertTrue(asking.supersedes(asking));
    assertTrue(asking.supersedes(replying));
    assertTrue(replying.supersedes(replying));
    assertFalse(replying.supersedes(asking));
    assertFalse(asking.supersedes(new IHave(IDS)));
  }
}
