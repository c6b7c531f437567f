package org.hearsay.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.HdrHistogram.Histogram;
import org.hearsay.node.membership.Verdict;

/** Holds the verdicts of failure detectors against what is true. */
final class DetectionTally {
  private static final long LONGEST_MICROS = 24L * 3_600_000_000L;

  /** What is true. */
  interface Truth {

    /** Whether a node is there and reacts, and does not hang every now and then. */
    boolean isHealthy(int node);

    /** Whether nothing that a node sends gets to another. */
    boolean isCutOff(int from, int to);

    /** Whether a node has not heard of a peer's present life. */
    boolean isOutdated(int node, int peer);
  }

  /** A life that has ended, and what became of that. */
  private static final class End {
    private final long micros;
    private boolean suspected;
    private boolean found;

    End(long micros) {
      this.micros = micros;
    }
  }

  private final Truth truth;
  private final Map<Integer, End> ends = new HashMap<>();
  private final Histogram suspicion = new Histogram(LONGEST_MICROS, 3);
  private final Histogram verdict = new Histogram(LONGEST_MICROS, 3);
  private long verdicts;
  private long falseVerdicts;
  private long falseAtHealthy;
  private long deaths;
  private long missed;

  DetectionTally(Truth truth) {
    this.truth = truth;
  }

  /** A node's life has ended. */
  void died(long micros, int node) {
    deaths++;
    ends.put(node, new End(micros));
  }

  /** A node that had died is back. */
  void cameBack(int node) {
    End end = ends.remove(node);
    if (end != null && !end.found) {
      missed++;
    }
  }

  /** A node thinks otherwise of a peer. */
  void judged(long micros, int node, int peer, Verdict thought) {
    if (thought == Verdict.UP) {
      return;
    }
    End end = ends.get(peer);
    if (end != null && !end.suspected) {
      end.suspected = true;
      suspicion.recordValue(micros - end.micros);
    }
    if (thought == Verdict.DOWN) {
      verdicts++;
      if (end != null) {
        find(end, micros);
      } else if (isFalse(node, peer)) {
        falseVerdicts++;
        falseAtHealthy += truth.isHealthy(node) ? 1 : 0;
      }
    }
  }

  private boolean isFalse(int node, int peer) {
    return truth.isHealthy(peer) && !truth.isCutOff(peer, node) && !truth.isOutdated(node, peer);
  }

  private void find(End end, long micros) {
    if (!end.found) {
      end.found = true;
      verdict.recordValue(micros - end.micros);
    }
  }

  Detection detection(IntPredicate isDown) {
    long unfound =
        ends.entrySet().stream()
            .filter(end -> isDown.test(end.getKey()) && !end.getValue().found)
            .count();
    return new Detection(
        verdicts, falseVerdicts, falseAtHealthy, deaths, missed + unfound, suspicion, verdict);
  }
}
