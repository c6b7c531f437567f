package org.hearsay.node.codec;

import java.util.List;
import org.hearsay.api.Message;

/**
 * A line that brings a node an envelope.
 *
 * @param from the node that sent it
 * @param envelope the messages in it
 */
public record GossipLine<M extends Message>(int from, List<M> envelope) {}
