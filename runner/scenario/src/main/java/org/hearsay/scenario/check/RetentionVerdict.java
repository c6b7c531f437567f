package org.hearsay.scenario.check;

import java.util.List;

/**
 * What is wrong with what nodes kept.
 *
 * @param tooMany reads that answered more than a node may keep, and levels above that
 * @param early rumors that a node let go while somebody who was there lacked them
 */
public record RetentionVerdict(List<String> tooMany, List<String> early) {
  /** Keeps copies. */
  public RetentionVerdict {
    tooMany = List.copyOf(tooMany);
    early = List.copyOf(early);
  }

  /** Whether nothing is wrong. */
  public boolean valid() {
    return tooMany.isEmpty() && early.isEmpty();
  }
}
