package org.hearsay.node.codec;

/**
 * A line that brings a node an envelope.
 *
 * @param from the node that sent it
 * @param envelope what is in it
 */
public record GossipLine(int from, Envelope envelope) {}
