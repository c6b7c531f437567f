package org.hearsay.scenario.check;

import org.hearsay.scenario.workload.History;

/**
 * What Maelstrom says of a run of its broadcast workload; the parts are those of its {@code
 * results.edn}.
 *
 * @param stats how operations ended
 * @param net messages
 * @param workload what became of the values
 * @param brokenOff whether a node's failure would have ended the run without results
 */
public record MaelstromVerdict(Stats stats, Net net, SetFull workload, boolean brokenOff) {

  /** Judges a run by what clients saw and the network counted. */
  public static MaelstromVerdict of(History history, Net net, boolean brokenOff) {
    return new MaelstromVerdict(Stats.of(history), net, SetFullChecker.check(history), brokenOff);
  }

  /** Maelstrom's answer: the worst of its checkers'. */
  public Validity validity() {
    if (brokenOff) {
      return Validity.ERROR;
    }
    return workload.validity().worse(stats.valid() ? Validity.VALID : Validity.INVALID);
  }
}
