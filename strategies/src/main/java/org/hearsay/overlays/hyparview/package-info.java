/** The overlay {@code hyparview}: few links that work, and many addresses in reserve. */
@NullMarked
package org.hearsay.overlays.hyparview;

import org.jspecify.annotations.NullMarked;
