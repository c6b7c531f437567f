package org.hearsay.process;

import java.util.List;
import java.util.Map;
import org.hearsay.node.service.Count;
import org.hearsay.scenario.check.MaelstromVerdict;
import org.hearsay.scenario.check.Served;
import org.hearsay.scenario.check.StrictVerdict;

/**
 * What came of a run of real processes.
 *
 * @param operations what clients invoked, the final reads included
 * @param broadcasts how many of those were broadcasts
 * @param maelstrom Maelstrom's verdict
 * @param strict ours of what clients saw; see {@link #valid()}
 * @param served what became of the broadcasts
 * @param mostLateMicros how long after its time a client asked at most, where it is to ask at a
 *     time
 * @param misbehaviors what nodes did that they should not
 * @param serverBytes what nodes printed for each other, line ends included
 * @param loadMaxOverMean the busiest node's messages over those of the average one
 * @param counts what nodes say that they have counted, all lives of all of them: sums, and of each
 *     level the highest that it came to; empty if they say nothing
 */
public record DriveOutcome(
    int operations,
    int broadcasts,
    MaelstromVerdict maelstrom,
    StrictVerdict strict,
    Served served,
    long mostLateMicros,
    List<Misbehavior> misbehaviors,
    long serverBytes,
    double loadMaxOverMean,
    Map<Count, Long> counts) {

  /**
   * What one node did; nothing but fall silent, if there are no findings.
   *
   * @param node which
   * @param findings the first case of each kind
   * @param lastErrors the last lines it wrote to standard error
   */
  public record Misbehavior(int node, List<Finding> findings, List<String> lastErrors) {

    /** Whether it makes the run invalid. */
    public boolean invalidates() {
      return findings.stream().anyMatch(finding -> finding.kind().invalidates());
    }
  }

  /** Whether clients saw nothing wrong and no node misbehaved. */
  public boolean valid() {
    return strict.valid() && misbehaviors.stream().noneMatch(Misbehavior::invalidates);
  }

  /** How many nodes misbehaved so that the run is invalid, those that fell silent included. */
  public int misbehaving() {
    return (int)
        misbehaviors.stream()
            .filter(node -> node.invalidates() || strict.unread().contains(node.node()))
            .count();
  }
}
