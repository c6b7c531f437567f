/**
 * The nodes of a simulated cluster: as real runtimes, one object each, or as columns of numbers, a
 * million at once. Both do the same.
 */
@NullMarked
package org.hearsay.simulation.nodes;

import org.jspecify.annotations.NullMarked;
