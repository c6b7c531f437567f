package org.hearsay.node.store;

/**
 * A life of a node.
 *
 * @param number larger than that of every earlier life
 * @param keeps whether it begins with all that earlier lives had told anybody of
 */
public record Life(long number, boolean keeps) {}
