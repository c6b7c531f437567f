/**
 * The SPI of what is around a strategy: {@link org.hearsay.api.membership.Overlay}, whom a node
 * talks to, and {@link org.hearsay.api.membership.Detector}, who is alive.
 */
@NullMarked
package org.hearsay.api.membership;

import org.jspecify.annotations.NullMarked;
