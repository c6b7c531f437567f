package org.hearsay.node.retention;

import org.jspecify.annotations.Nullable;

/**
 * How much a node keeps; 0 stands for no limit.
 *
 * @param ageMicros a rumor may go when it has been here so long
 * @param count no more rumors than this are kept
 * @param memoryBytes they take no more memory than this
 */
public record RetentionLimits(long ageMicros, long count, long memoryBytes) {
  /** A small value takes so much. */
  private static final long SMALL_BYTES = 40;

  /** Everything is kept for good. */
  public static final RetentionLimits NONE = new RetentionLimits(0, 0, 0);

  /** Checks the limits. */
  public RetentionLimits {
    if (ageMicros < 0 || count < 0 || memoryBytes < 0) {
      throw new IllegalArgumentException("A limit cannot be negative");
    }
  }

  /**
   * Why so many nodes cannot do with these limits, in a sentence that says what they can do with;
   * null if they can. Each of them needs room everywhere for one rumor that is not everywhere yet:
   * were there less, all could be full of what others have no room for.
   */
  public @Nullable String shortage(int nodes) {
    if (count > 0 && share(count, nodes) < 1) {
      return "--retain-count=" + count + tooLittle("few", nodes, 1);
    }
    if (memoryBytes > 0 && share(memoryBytes, nodes) < SMALL_BYTES) {
      return "--max-memory=" + memoryBytes + tooLittle("little", nodes, SMALL_BYTES);
    }
    return null;
  }

  private static String tooLittle(String what, int nodes, long each) {
    return " is too "
        + what
        + (nodes == 1 ? " for a node" : " for " + nodes + " nodes")
        + ": take "
        + least(each * nodes)
        + " or more";
  }

  /** The least limit whose nine tenths are so much. */
  private static long least(long calm) {
    long limit = calm;
    while (calm(limit) < calm) {
      limit++;
    }
    return limit;
  }

  /** How much of a limit may be taken by what may not go before clients are refused. */
  static long calm(long limit) {
    return limit == 1 ? 1 : limit - (limit + 9) / 10;
  }

  /** How much of that is there for what began at one of so many nodes. */
  static long share(long limit, int nodes) {
    return calm(limit) / nodes;
  }
}
