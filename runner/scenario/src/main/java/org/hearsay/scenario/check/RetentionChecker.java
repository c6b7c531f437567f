package org.hearsay.scenario.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.hearsay.scenario.workload.History;
import org.hearsay.scenario.workload.Operation;

/**
 * Judges what nodes keep: never more than they may, whatever they say themselves and whatever
 * clients read; and nothing is let go as known to all that is not. Whoever sees a run tells it of
 * the rumors that are let go.
 */
public final class RetentionChecker {
  private static final int MOST_NOTED = 10;

  private final long count;
  private final long bytes;
  private final List<String> tooMany = new ArrayList<>();
  private final List<String> early = new ArrayList<>();

  /** A checker of nodes that keep so many rumors, or bytes of them, at most; 0 for any number. */
  public RetentionChecker(long count, long bytes) {
    this.count = count;
    this.bytes = bytes;
  }

  /** A node has let a rumor go as known to all, while some of them lack it. */
  public void letGo(int node, String rumor, List<Integer> lacking) {
    if (!lacking.isEmpty() && early.size() < MOST_NOTED) {
      early.add(rumor + " at n" + node + ", which n" + lacking.get(0) + " lacks");
    }
  }

  /**
   * Judges a run.
   *
   * @param history what clients read
   * @param mostKept the most rumors that each node has ever kept, as it says itself
   * @param mostBytes the most bytes of them
   */
  public RetentionVerdict verdict(
      History history, int nodes, IntToLongFunction mostKept, IntToLongFunction mostBytes) {
    for (Operation read : history.operations()) {
      if (read.isAnsweredRead()) {
        note("a read at", read.node(), read.values().length, count, "");
      }
    }
    for (int node = 0; node < nodes; node++) {
      note("at some time", node, mostKept.applyAsLong(node), count, "");
      note("at some time", node, mostBytes.applyAsLong(node), bytes, " bytes");
    }
    return new RetentionVerdict(tooMany, early);
  }

  private void note(String when, int node, long kept, long limit, String unit) {
    if (limit > 0 && kept > limit && tooMany.size() < MOST_NOTED) {
      tooMany.add(when + " n" + node + ": " + kept + unit + " where " + limit + " may be kept");
    }
  }
}
