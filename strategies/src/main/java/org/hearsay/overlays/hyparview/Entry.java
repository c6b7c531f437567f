package org.hearsay.overlays.hyparview;

/**
 * A node that is known.
 *
 * @param incarnation which life of it is meant
 * @param seenMicros when the node itself said last that it is there
 */
record Entry(int node, long incarnation, long seenMicros) {}
