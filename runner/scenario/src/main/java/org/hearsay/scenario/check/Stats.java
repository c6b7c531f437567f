package org.hearsay.scenario.check;

import org.hearsay.scenario.workload.History;
import org.hearsay.scenario.workload.Operation;
import org.hearsay.scenario.workload.Operation.Kind;

/**
 * How operations ended, as Maelstrom's {@code stats} counts them.
 *
 * @param broadcast of the broadcasts
 * @param read of the reads, the final ones included
 */
public record Stats(Counts broadcast, Counts read) {

  /**
   * How often operations of one kind ended how.
   *
   * @param ok acknowledged or answered
   * @param fail without any effect
   * @param info otherwise: nobody knows
   */
  public record Counts(int ok, int fail, int info) {

    /** All of them. */
    public int count() {
      return ok + fail + info;
    }

    private Counts plus(Counts other) {
      return new Counts(ok + other.ok, fail + other.fail, info + other.info);
    }
  }

  /** Counts the operations of a run. */
  public static Stats of(History history) {
    int[][] counts = new int[2][3];
    for (Operation operation : history.operations()) {
      int[] row = counts[operation.kind() == Kind.BROADCAST ? 0 : 1];
      switch (operation.ending()) {
        case OK -> row[0]++;
        case FAILED -> row[1]++;
        case UNKNOWN -> row[2]++;
        case NONE -> {}
      }
    }
    return new Stats(counts(counts[0]), counts(counts[1]));
  }

  private static Counts counts(int[] row) {
    return new Counts(row[0], row[1], row[2]);
  }

  /** Both kinds together. */
  public Counts all() {
    return broadcast.plus(read);
  }

  /** The share of operations that ended well: Maelstrom's availability. */
  public double okFraction() {
    return all().count() == 0 ? 1 : (double) all().ok() / all().count();
  }

  /** Whether of each kind that occurred at least one ended well. */
  public boolean valid() {
    return isValid(broadcast) && isValid(read);
  }

  private static boolean isValid(Counts counts) {
    return counts.count() == 0 || counts.ok() > 0;
  }
}
