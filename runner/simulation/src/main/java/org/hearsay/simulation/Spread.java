package org.hearsay.simulation;

import org.HdrHistogram.Histogram;

/**
 * How far and how fast rumors came.
 *
 * @param rumors how many began
 * @param deliveries how often one reached a node other than its origin, each pair once
 * @param due how many of these there should be: one to each node that is there in the end
 * @param nodeCount how many nodes there are, or were
 * @param latencyMicros from the broadcast to each of those deliveries
 * @param lastMicros when the last of those deliveries was; 0 if there was none
 * @param meanLastHop the number of hops to a rumor's last delivery, averaged over rumors (LDH)
 */
public record Spread(
    long rumors,
    long deliveries,
    long due,
    int nodeCount,
    Histogram latencyMicros,
    long lastMicros,
    double meanLastHop) {

  /** Deliveries over those there should be; 1 if there should be none. */
  public double reliability() {
    return due == 0 ? 1 : (double) deliveries / due;
  }
}
