/** The overlay {@code full}: everybody is everybody's neighbor. */
@NullMarked
package org.hearsay.overlays.full;

import org.jspecify.annotations.NullMarked;
