package org.hearsay.simulation;

import java.util.List;

/**
 * What a run put on the wire between nodes.
 *
 * @param messages envelopes sent, those that never arrived included
 * @param lost those among them that never arrived
 * @param bytes their lines, line ends included
 * @param payloads rumors carried with their payload
 * @param load for each node, envelopes sent and received
 * @param lastSentMicros when the last one was sent, -1 if none was
 */
public record Traffic(
    long messages, long lost, long bytes, long payloads, List<Long> load, long lastSentMicros) {

  /** The busiest node's load over the mean load; 1 if nothing was sent. */
  public double loadMaxOverMean() {
    double mean = load.stream().mapToLong(Long::longValue).average().orElse(0);
    return mean == 0 ? 1 : load.stream().mapToLong(Long::longValue).max().orElse(0) / mean;
  }
}
