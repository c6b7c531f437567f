package org.hearsay.node.store;

/**
 * A rumor in its place.
 *
 * @param position how many came before it in all lives
 * @param life which life of the node wrote it
 * @param stored the rumor
 */
public record PlacedRumor(long position, long life, StoredRumor stored) {}
