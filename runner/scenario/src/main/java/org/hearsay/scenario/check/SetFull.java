package org.hearsay.scenario.check;

import java.util.List;

/**
 * What became of the values of a run, as Maelstrom's broadcast workload reports it: Jepsen's {@code
 * set-full}, whose names these are.
 *
 * @param attemptCount values that somebody tried to broadcast
 * @param stableCount values that the last reads have
 * @param lostCount values that were known and that the last reads do not have
 * @param neverReadCount the other values
 * @param staleCount stable values that some read missed after they were known
 * @param stableLatenciesMillis of each stable value, from when it was known to when the last read
 *     that missed it began, ascending
 */
public record SetFull(
    int attemptCount,
    int stableCount,
    int lostCount,
    int neverReadCount,
    int staleCount,
    List<Long> stableLatenciesMillis) {

  /** Its answer. */
  public Validity validity() {
    if (lostCount > 0) {
      return Validity.INVALID;
    }
    return stableCount == 0 ? Validity.UNKNOWN : Validity.VALID;
  }

  /** The latency at a fraction of the stable values: the entry at index ⌊n·fraction⌋, 0 if none. */
  public long stableLatencyMillis(double fraction) {
    int count = stableLatenciesMillis.size();
    return count == 0
        ? 0
        : stableLatenciesMillis.get(Math.min(count - 1, (int) Math.floor(count * fraction)));
  }
}
