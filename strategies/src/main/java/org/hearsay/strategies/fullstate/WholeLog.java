package org.hearsay.strategies.fullstate;

import org.hearsay.api.Message;
import org.hearsay.api.Rumors;

/**
 * All that the sender knows.
 *
 * @param rumors its log, from the first rumor to the last
 */
record WholeLog(Rumors rumors) implements Message {
  @Override
  public boolean supersedes(Message earlier) {
    return earlier instanceof WholeLog log && rumors.size() >= log.rumors.size();
  }
}
