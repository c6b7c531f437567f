package org.hearsay.node.codec;

/**
 * How the values that messages are made of are written, besides numbers and booleans.
 *
 * @param runs rumors, names of rumors, digests
 * @param sightings what is said of nodes
 */
record ValueFormats(RumorRuns runs, SightingLists sightings) {}
