/** The overlay {@code k-regular}: the same number of neighbors for everybody. */
@NullMarked
package org.hearsay.overlays.kregular;

import org.jspecify.annotations.NullMarked;
