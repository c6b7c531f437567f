/**
 * The SPI: what a gossip strategy sees of the world, and the values it exchanges with its peers.
 *
 * <p>Start at {@link org.hearsay.api.Strategy}, then {@link org.hearsay.api.Node}.
 */
@NullMarked
package org.hearsay.api;

import org.jspecify.annotations.NullMarked;
