package org.hearsay.simulation;

/**
 * What overlay and failure detector put on the wire.
 *
 * @param messages envelopes that carried nothing of the strategy's; they count as messages, too
 * @param bytes those of overlay's and detector's messages themselves, in whatever envelopes; 0
 *     where nothing is encoded
 * @param withheld envelopes that did not leave, as their receivers were down to their senders
 */
public record Control(long messages, long bytes, long withheld) {}
