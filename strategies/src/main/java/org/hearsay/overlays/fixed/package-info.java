/** The overlay {@code static}: the topology as it is. */
@NullMarked
package org.hearsay.overlays.fixed;

import org.jspecify.annotations.NullMarked;
