package org.hearsay.simulation;

import java.util.List;
import org.hearsay.scenario.check.Load;

/**
 * What a run put on the wire between nodes.
 *
 * @param messages envelopes sent, those that never arrived included
 * @param lost those that never arrived, copies that the network made included
 * @param duplicated copies that the network made of them
 * @param bytes their lines, line ends included; 0 where nothing is encoded
 * @param payloads rumors carried with their payload
 * @param load for each node, envelopes sent and received
 * @param lastSentMicros when the last one was sent that carried something of the strategy's, -1 if
 *     none was
 * @param control what of it overlay and failure detector account for
 */
public record Traffic(
    long messages,
    long lost,
    long duplicated,
    long bytes,
    long payloads,
    List<Long> load,
    long lastSentMicros,
    Control control) {

  /** The busiest node's load over the mean load; 1 if nothing was sent. */
  public double loadMaxOverMean() {
    return Load.maxOverMean(load);
  }
}
