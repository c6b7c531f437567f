/** The overlay {@code cyclon}: a random view that nodes keep exchanging. */
@NullMarked
package org.hearsay.overlays.cyclon;

import org.jspecify.annotations.NullMarked;
