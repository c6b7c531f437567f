package org.hearsay.simulation;

/**
 * What the disks of simulated nodes are like.
 *
 * @param leastMicros how long a commit takes at least
 * @param mostMicros how long it takes at most
 * @param isHonest whether nothing leaves a node before what it depends on is safe
 */
record DiskKind(long leastMicros, long mostMicros, boolean isHonest) {
  /** Disks that force what they write, in 1 to 10 ms. */
  static final DiskKind USUAL = new DiskKind(1_000, 10_000, true);
}
