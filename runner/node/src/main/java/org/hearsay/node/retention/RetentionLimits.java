package org.hearsay.node.retention;

/**
 * How much a node keeps; 0 stands for no limit.
 *
 * @param ageMicros a rumor may go when it has been here so long
 * @param count no more rumors than this are kept
 * @param memoryBytes they take no more memory than this
 */
public record RetentionLimits(long ageMicros, long count, long memoryBytes) {
  /** Everything is kept for good. */
  public static final RetentionLimits NONE = new RetentionLimits(0, 0, 0);

  /** Checks the limits. */
  public RetentionLimits {
    if (ageMicros < 0 || count < 0 || memoryBytes < 0) {
      throw new IllegalArgumentException("A limit cannot be negative");
    }
  }
}
